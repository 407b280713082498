using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Replies;
using WebKv.Server.Grpc.Messages;
using WebKv.Server.Operations;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using Side = WebKv.Engine.Lists.ListSide;

namespace WebKv.Server.Grpc.Lists;

/// <summary>The methods of ListService that change lists; requests have passed validation.</summary>
internal static class ListOperations
{
    public static Error? PushList(OperationScope scope, PushListRequest request, out PushListResponse response)
    {
        response = new PushListResponse();
        scope.StateKey = request.Key;
        using CommandLine line = CommandLines.OfValues(scope, request.Values);
        var push = new PushBounded
        {
            Key = Key.Of(request.Key.Span),
            Side = SideOf(request.Side, Side.Right),
            Values = line.AsValues(),
            OnlyIfExists = request.OnlyIfExists,
            TrimTo = request.HasTrimTo ? request.TrimTo : null,
        };
        if (scope.Execute(push, out IntegerReply length) is { } error)
            return error;
        response.Length = length.Value;
        response.Version = scope.VersionOfPart();
        return null;
    }

    public static Error? PopList(OperationScope scope, PopListRequest request, out PopListResponse response)
    {
        response = new PopListResponse();
        using CommandLine line = CommandLines.Of(request.Keys);
        var pop = new LMPop
        {
            Keys = line.AsKeys(),
            Side = SideOf(request.Side, Side.Left),
            Count = request.HasCount ? request.Count : 1,
        };
        if (scope.Execute(pop, out KeyedPopReply reply) is { } error)
            return error;
        response.Version = scope.VersionWithoutEtag();
        if (reply.IsNull)
            return null;
        response.Key = ByteString.CopyFrom(reply.Key);
        return scope.Copy(reply.Elements, response.Values);
    }

    public static Error? MoveListItem(
        OperationScope scope, MoveListItemRequest request, out MoveListItemResponse response)
    {
        response = new MoveListItemResponse();
        scope.StateKey = request.Destination;
        var move = new LMove
        {
            Source = Key.Of(request.Source.Span),
            Destination = Key.Of(request.Destination.Span),
            From = SideOf(request.From, Side.Left),
            To = SideOf(request.To, Side.Left),
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

    public static Error? SetListItem(
        OperationScope scope, SetListItemRequest request, out SetListItemResponse response)
    {
        response = new SetListItemResponse();
        scope.StateKey = request.Key;
        scope.Subject = request.Key;
        var command = new LSet
        {
            Key = Key.Of(request.Key.Span),
            Index = request.Index,
            Value = scope.ValueOf(request.Value),
        };
        if (scope.Execute(command, out OkReply _) is { } error)
            return error;
        response.Version = scope.VersionOfPart();
        return null;
    }

    public static Error? InsertListItem(
        OperationScope scope, InsertListItemRequest request, out InsertListItemResponse response)
    {
        response = new InsertListItemResponse();
        scope.StateKey = request.Key;
        var command = new LInsert
        {
            Key = Key.Of(request.Key.Span),
            Before = !request.After,
            Pivot = new Value(request.Pivot.Span),
            Value = scope.ValueOf(request.Value),
        };
        if (scope.Execute(command, out IntegerReply length) is { } error)
            return error;
        if (length.Value > 0)
            response.Length = length.Value;
        response.Version = scope.VersionOfPart();
        return null;
    }

    public static Error? RemoveListItems(
        OperationScope scope, RemoveListItemsRequest request, out RemoveListItemsResponse response)
    {
        response = new RemoveListItemsResponse();
        scope.StateKey = request.Key;
        var command = new LRem
        {
            Key = Key.Of(request.Key.Span),
            Count = request.Count,
            Value = new Value(request.Value.Span),
        };
        if (scope.Execute(command, out IntegerReply removed) is { } error)
            return error;
        response.Removed = removed.Value;
        response.Version = scope.VersionOfPart();
        return null;
    }

    public static Error? TrimList(OperationScope scope, TrimListRequest request, out TrimListResponse response)
    {
        response = new TrimListResponse();
        scope.StateKey = request.Key;
        var command = new TrimToLength
        {
            Trim = new LTrim
            {
                Key = Key.Of(request.Key.Span),
                Start = request.Start,
                Stop = request.HasStop ? request.Stop : -1,
            },
        };
        if (scope.Execute(command, out IntegerReply length) is { } error)
            return error;
        response.Length = length.Value;
        response.Version = scope.VersionOfPart();
        return null;
    }

    internal static Side SideOf(V1.ListSide side, Side unspecified) => side switch
    {
        V1.ListSide.Left => Side.Left,
        V1.ListSide.Right => Side.Right,
        _ => unspecified,
    };
}
