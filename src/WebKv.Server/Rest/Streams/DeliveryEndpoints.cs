using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Streams;
using WebKv.Memory.Collections.Streams;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>What a group delivers to its consumers, and what becomes of it.</summary>
internal static class DeliveryEndpoints
{
    private const string Group = "/streams/{key}/groups/{group}";
    private const int LimitMax = 1000;
    private const int LimitDefault = 100;

    public static void Map(RestRoutes routes)
    {
        routes.PostWaiting<ReadGroupRequest>(Group + "/read", DeliveryDocs.Read, Read);
        routes.Post<EntryIdsRequest>(Group + "/ack", DeliveryDocs.Acknowledge, Acknowledge);
        routes.Post<ClaimRequest>(Group + "/claim", DeliveryDocs.Claim, Claim);
        routes.Post<AutoClaimRequest>(Group + "/auto-claim", DeliveryDocs.AutoClaim, AutoClaim);
        routes.Get(Group + "/pending", DeliveryDocs.Pending, Pending);
    }

    private static Task Read(ref RestCall call, ReadGroupRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        using CommandLine keys = new CommandLine().Add(call.Key.Bytes);
        using CommandLine after = new CommandLine().Add(request.After ?? ">");
        var command = new XReadGroup
        {
            Keys = keys.AsKeys(),
            After = after.AsValues(),
            Group = call.PathName("group"),
            Consumer = request.Consumer!.Bytes,
            CountMax = request.Count ?? 0,
            BlockMs = call.WaitMs == 0 ? null : call.WaitMs,
            NoAck = request.NoAck ?? false,
        };
        Error? error = call.Execute(command, out StreamsReply streams);
        if (error is not null || streams.Count == 0)
            return call.NoContent(error);
        var entries = new EntryList(streams.First.Entries, encoding);
        return call.Json(null, new DeliveredResult(entries), RestJsonContext.Default.DeliveredResult);
    }

    private static Task Acknowledge(ref RestCall call, EntryIdsRequest request)
    {
        using CommandLine ids = LineOf(request.Ids!);
        if (StreamIds.Check(ids.AsValues()) is { } invalid)
            return call.Fail(invalid);
        var command = new XAck { Key = call.Key, Group = call.PathName("group"), Ids = ids.AsValues() };
        Error? error = call.Execute(command, out IntegerReply acknowledged);
        return call.Json(
            error, new AcknowledgedResult(acknowledged.Value), RestJsonContext.Default.AcknowledgedResult);
    }

    private static Task Claim(ref RestCall call, ClaimRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        using CommandLine ids = LineOf(request.Ids!);
        var command = new XClaim
        {
            Key = call.Key,
            Group = call.PathName("group"),
            Consumer = request.Consumer!.Bytes,
            MinIdleMs = request.MinIdleMs ?? 0,
            Ids = ids.AsValues(),
            Options = new ClaimOptions
            {
                IdleMs = request.IdleMs,
                Deliveries = request.Deliveries,
                Force = request.Force ?? false,
                IdsOnly = request.JustId ?? false,
            },
        };
        Error? error = call.Execute(command, out EntriesReply entries);
        if (error is not null)
            return call.Fail(error);
        var result = new ClaimResult(ListOf(entries, request.JustId ?? false, encoding), entries.IdTexts());
        return call.Json(null, result, RestJsonContext.Default.ClaimResult);
    }

    private static Task AutoClaim(ref RestCall call, AutoClaimRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        if (StreamIds.ParseStart(Encoding.UTF8.GetBytes(request.Cursor ?? "-"), out StreamId start) is { } invalid)
            return call.Fail(invalid);
        var command = new XAutoClaim
        {
            Key = call.Key,
            Group = call.PathName("group"),
            Consumer = request.Consumer!.Bytes,
            MinIdleMs = request.MinIdleMs ?? 0,
            Start = start,
            CountMax = request.Count ?? XAutoClaim.CountDefault,
            IdsOnly = request.JustId ?? false,
        };
        Error? error = call.Execute(command, out AutoClaimReply reply);
        if (error is not null)
            return call.Fail(error);
        var result = new AutoClaimResult(
            reply.Next == StreamId.Min ? null : reply.Next.ToString(),
            ListOf(reply.Entries, request.JustId ?? false, encoding),
            reply.Entries.IdTexts(),
            [.. reply.Gone.Select(id => id.ToString())]);
        return call.Json(null, result, RestJsonContext.Default.AutoClaimResult);
    }

    private static Task Pending(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        byte[]? consumer = call.Url.Bytes("consumer");
        var query = new PendingQuery
        {
            Start = StreamUrl.ReadStart(ref call),
            End = StreamUrl.ReadEnd(ref call),
            CountMax = call.Url.Integer("limit", min: 1, max: LimitMax) ?? LimitDefault,
            MinIdleMs = call.Url.Integer("minIdleMs", min: 0) ?? 0,
        };
        var command = new XPending
        {
            Key = call.Key,
            Group = call.PathName("group"),
            Query = query,
            HasConsumer = consumer is not null,
            Consumer = consumer,
        };
        Error? error = call.Execute(command, out PendingReply pending);
        if (error is not null)
            return call.Fail(error);
        var items = new PendingItem[pending.Count];
        for (int i = 0; i < items.Length; i++)
            items[i] = ItemOf(pending, pending.EntryAt(i), encoding);
        string? next = items.Length == query.CountMax ? $"({items[^1].Id}" : null;
        return call.JsonWithoutTag(null, new PendingResult(items, next), RestJsonContext.Default.PendingResult);
    }

    private static PendingItem ItemOf(PendingReply pending, PendingEntryReply entry, BinaryEncoding encoding) => new(
        entry.Id.ToString(),
        new BinaryValue(entry.Consumer.Bytes.ToArray(), encoding),
        pending.IdleMs(entry),
        entry.Deliveries);

    private static EntryList? ListOf(EntriesReply entries, bool idsOnly, BinaryEncoding encoding) =>
        idsOnly ? null : new EntryList(entries, encoding);

    private static CommandLine LineOf(IReadOnlyList<string?> texts)
    {
        var line = new CommandLine();
        foreach (string? text in texts)
            line.Add(text!);
        return line;
    }
}
