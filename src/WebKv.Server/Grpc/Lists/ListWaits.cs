using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using Side = WebKv.Engine.Lists.ListSide;

namespace WebKv.Server.Grpc.Lists;

/// <summary>The methods of ListService that wait; requests have passed validation.</summary>
internal static class ListWaits
{
    public static Error? BlockingPopList(
        OperationScope scope, BlockingPopListRequest request, out BlockingPopListResponse response)
    {
        response = new BlockingPopListResponse();
        using CommandLine line = CommandLines.Of(request.Keys);
        var pop = new BLMPop
        {
            Keys = line.AsKeys(),
            Side = ListOperations.SideOf(request.Side, Side.Left),
            Count = request.HasCount ? request.Count : 1,
            TimeoutMs = scope.WaitMs,
        };
        if (scope.Execute(pop, out KeyedPopReply reply) is { } error)
            return error;
        response.Version = scope.VersionWithoutEtag();
        if (reply.IsNull)
            return null;
        response.Key = ByteString.CopyFrom(reply.Key);
        return scope.Copy(reply.Elements, response.Values);
    }

    public static Error? BlockingMoveListItem(
        OperationScope scope, BlockingMoveListItemRequest request, out BlockingMoveListItemResponse response)
    {
        response = new BlockingMoveListItemResponse();
        scope.StateKey = request.Destination;
        using CommandLine waited = new CommandLine().Add(request.Source.Span);
        var move = new BLMove
        {
            Source = Key.Of(request.Source.Span),
            Destination = Key.Of(request.Destination.Span),
            From = ListOperations.SideOf(request.From, Side.Left),
            To = ListOperations.SideOf(request.To, Side.Left),
            TimeoutMs = scope.WaitMs,
            Waited = waited.AsKeys(),
        };
        if (scope.Execute(move, out BulkReply reply) is { } error)
            return error;
        response.Version = scope.VersionOfPart();
        if (reply.IsNull)
            return null;
        Error? tooLarge = scope.Copy(reply, out ByteString value);
        response.Value = value;
        return tooLarge;
    }
}
