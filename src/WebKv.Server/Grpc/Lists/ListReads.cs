using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;
using WebKv.Server.Operations;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Lists;

/// <summary>The methods of ListService that read; requests have passed validation.</summary>
internal static class ListReads
{
    public static Error? RangeList(OperationScope scope, RangeListRequest request, out RangeListResponse response)
    {
        response = new RangeListResponse();
        scope.StateKey = request.Key;
        var read = new ReadListPage
        {
            Key = Key.Of(request.Key.Span),
            Start = request.Start,
            Stop = request.HasStop ? request.Stop : -1,
        };
        if (scope.Execute(read, out ListPage page) is { } error)
            return error;
        response.Length = page.Length;
        response.Version = scope.VersionOfPart();
        return scope.Copy(page.Items, response.Items);
    }

    public static Error? GetListItem(
        OperationScope scope, GetListItemRequest request, out GetListItemResponse response)
    {
        response = new GetListItemResponse();
        scope.StateKey = request.Key;
        var command = new LIndex { Key = Key.Of(request.Key.Span), Index = request.Index };
        if (scope.Execute(command, out BulkReply reply) is { } error)
            return error;
        response.Version = scope.VersionOfPart();
        if (reply.IsNull)
            return null;
        Error? tooLarge = scope.Copy(reply, out ByteString value);
        response.Value = value;
        return tooLarge;
    }

    public static Error? FindListPositions(
        OperationScope scope, FindListPositionsRequest request, out FindListPositionsResponse response)
    {
        response = new FindListPositionsResponse();
        var command = new LPos
        {
            Key = Key.Of(request.Key.Span),
            Value = new Value(request.Value.Span),
            Rank = request.HasRank ? request.Rank : 1,
            Count = request.HasCount ? request.Count : 1,
            MaxLen = request.MaxLength,
        };
        if (scope.Execute(command, out PositionsReply positions) is { } error)
            return error;
        response.Positions.AddRange(positions.Positions);
        return scope.TakeBytes(response.Positions.Count * sizeof(long));
    }

    public static Error? GetListLength(
        OperationScope scope, GetListLengthRequest request, out GetListLengthResponse response)
    {
        response = new GetListLengthResponse();
        if (scope.Execute(new LLen { Key = Key.Of(request.Key.Span) }, out IntegerReply length) is { } error)
            return error;
        // No list is empty.
        if (length.Value > 0)
            response.Length = length.Value;
        return null;
    }
}
