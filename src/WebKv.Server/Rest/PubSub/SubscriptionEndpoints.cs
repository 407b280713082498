using WebKv.Engine.Execution;
using WebKv.Engine.PubSub;
using WebKv.Server.Hosting;
using WebKv.Server.PubSub;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Events;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.PubSub;

/// <summary>Subscriptions as server-sent events.</summary>
/// <remarks>A stream holds its subscriber's queue and nothing else: no thread, no context of the engine.</remarks>
internal sealed class SubscriptionEndpoints(KvEngine engine, OpenStreams streams, LimitOptions limits)
{
    private readonly TimeSpan _heartbeat = TimeSpan.FromMilliseconds(limits.HeartbeatMs);

    public void Map(RestRoutes routes) => routes.Get("/subscriptions", PubSubDocs.Subscribe, Subscribe);

    private Task Subscribe(ref RestCall call)
    {
        SubscriptionNames names = SubscriptionNames.Read(ref call);
        // Whether a message is text shows when it comes, too late to refuse the request.
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        long? durationMs = call.Url.Integer("durationMs", min: 1, max: int.MaxValue);
        if (call.Problem is { } problem)
            return call.Fail(problem);
        return StreamAsync(call.Http, names, encoding, durationMs);
    }

    private async Task StreamAsync(
        HttpContext http, SubscriptionNames names, BinaryEncoding encoding, long? durationMs)
    {
        using var timed = new CancellationTokenSource();
        if (durationMs is { } ms)
            timed.CancelAfter(TimeSpan.FromMilliseconds(ms));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, timed.Token);
        try
        {
            await streams.ServeAsync(http, end.Token, stop => ServeAsync(http, names, encoding, stop));
        }
        catch (OperationCanceledException)
        {
            // The client has gone, the server stops, or the time is over: each ends the stream in its order.
        }
    }

    private async Task ServeAsync(
        HttpContext http, SubscriptionNames names, BinaryEncoding encoding, CancellationToken stop)
    {
        using var stream = new EventStream(http);
        var events = new SubscriptionEvents(stream, encoding);
        using var feed = new MessageFeed(engine);
        names.SubscribeTo(feed);
        events.Subscribed(names);
        if (EventStream.IsResumed(http))
            events.Dropped(null, "reconnected");
        while (true)
        {
            await stream.FlushAsync(stop);
            if (WriteSome(feed, events))
                continue;
            if (!await feed.WaitAsync(_heartbeat, stop))
                stream.Heartbeat();
        }
    }

    private static bool WriteSome(MessageFeed feed, SubscriptionEvents events)
    {
        ReadOnlySpan<PushItem> items = feed.Take();
        foreach (PushItem item in items)
        {
            events.Item(item);
            item.Release();
        }
        return items.Length > 0;
    }
}
