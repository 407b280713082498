using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Streams;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using StreamId = WebKv.Memory.Collections.Streams.StreamId;

namespace WebKv.Server.Grpc.Streams;

/// <summary>The methods of StreamService on what groups deliver; requests have passed validation.</summary>
internal static class DeliveryOperations
{
    private const long CountDefault = 100;

    public static Error? ReadGroup(OperationScope scope, ReadGroupRequest request, out ReadGroupResponse response)
    {
        response = new ReadGroupResponse();
        using var keys = new CommandLine();
        using var after = new CommandLine();
        StreamMessages.Fill(request.Streams, keys, after, unset: ">");
        var command = new XReadGroup
        {
            Keys = keys.AsKeys(),
            After = after.AsValues(),
            Group = request.Group.Span,
            Consumer = request.Consumer.Span,
            CountMax = request.Count,
            BlockMs = scope.WaitMs == 0 ? null : scope.WaitMs,
            NoAck = request.NoAck,
        };
        Error? error = scope.Execute(command, out StreamsReply streams);
        response.Version = scope.VersionWithoutEtag();
        return error ?? StreamMessages.Add(scope, streams, response.Streams);
    }

    public static Error? AcknowledgeEntries(
        OperationScope scope, AcknowledgeEntriesRequest request, out AcknowledgeEntriesResponse response)
    {
        response = new AcknowledgeEntriesResponse();
        scope.StateKey = request.Key;
        using CommandLine ids = StreamMessages.LineOf(request.Ids);
        if (StreamIds.Check(ids.AsValues()) is { } invalid)
            return invalid;
        var command = new XAck { Key = Key.Of(request.Key.Span), Group = request.Group.Span, Ids = ids.AsValues() };
        Error? error = scope.Execute(command, out IntegerReply acknowledged);
        response.AcknowledgedCount = acknowledged.Value;
        response.Version = scope.Version();
        return error;
    }

    public static Error? ListPendingEntries(
        OperationScope scope, ListPendingEntriesRequest request, out ListPendingEntriesResponse response)
    {
        response = new ListPendingEntriesResponse();
        if (StreamMessages.TryRange(request.Start, request.End, out StreamId start, out StreamId end) is { } invalid)
            return invalid;
        var command = new XPending
        {
            Key = Key.Of(request.Key.Span),
            Group = request.Group.Span,
            Query = new PendingQuery
            {
                Start = start,
                End = end,
                CountMax = request.Count == 0 ? CountDefault : request.Count,
                MinIdleMs = StreamMessages.MsOf(request.MinIdle),
            },
            HasConsumer = request.HasConsumer,
            Consumer = request.Consumer.Span,
        };
        if (scope.Execute(command, out PendingReply pending) is { } error)
            return error;
        for (int i = 0; i < pending.Count; i++)
        {
            PendingEntryReply entry = pending.EntryAt(i);
            if (scope.Copy(entry.Consumer, out ByteString consumer) is { } tooLarge)
                return tooLarge;
            response.Entries.Add(new PendingEntry
            {
                Id = entry.Id.ToString(),
                Consumer = consumer,
                Idle = Times.ToDuration(pending.IdleMs(entry)),
                DeliveryCount = entry.Deliveries,
            });
        }
        return null;
    }

    public static Error? ClaimEntries(
        OperationScope scope, ClaimEntriesRequest request, out ClaimEntriesResponse response)
    {
        response = new ClaimEntriesResponse();
        scope.StateKey = request.Key;
        using CommandLine ids = StreamMessages.LineOf(request.Ids);
        bool isTimed = request.DeliveryTime is not null;
        long deliveredMs = 0;
        if (isTimed)
            Times.TryUnixMs(request.DeliveryTime!, out deliveredMs);
        var command = new XClaim
        {
            Key = Key.Of(request.Key.Span),
            Group = request.Group.Span,
            Consumer = request.Consumer.Span,
            MinIdleMs = StreamMessages.MsOf(request.MinIdle),
            Ids = ids.AsValues(),
            Options = new ClaimOptions
            {
                DeliveredMs = isTimed ? deliveredMs : null,
                Deliveries = request.HasDeliveryCount ? request.DeliveryCount : null,
                Force = request.Force,
                IdsOnly = request.JustId,
            },
        };
        Error? error = scope.Execute(command, out EntriesReply entries);
        response.Version = scope.Version();
        return error ?? StreamMessages.Add(scope, entries, response.Entries);
    }

    public static Error? AutoClaimEntries(
        OperationScope scope, AutoClaimEntriesRequest request, out AutoClaimEntriesResponse response)
    {
        response = new AutoClaimEntriesResponse();
        scope.StateKey = request.Key;
        if (StreamMessages.TryRange(request.Start, "", out StreamId start, out _) is { } invalid)
            return invalid;
        var command = new XAutoClaim
        {
            Key = Key.Of(request.Key.Span),
            Group = request.Group.Span,
            Consumer = request.Consumer.Span,
            MinIdleMs = StreamMessages.MsOf(request.MinIdle),
            Start = start,
            CountMax = request.Count == 0 ? XAutoClaim.CountDefault : request.Count,
            IdsOnly = request.JustId,
        };
        if (scope.Execute(command, out AutoClaimReply reply) is { } error)
            return error;
        response.NextStart = reply.Next == StreamId.Min ? "" : reply.Next.ToString();
        response.DeletedIds.Add(reply.Gone.Select(id => id.ToString()));
        response.Version = scope.Version();
        return StreamMessages.Add(scope, reply.Entries, response.Entries);
    }
}
