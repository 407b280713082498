using Grpc.Core;
using WebKv.Engine.Execution;
using WebKv.Server.Hosting;
using WebKv.Server.PubSub;
using WebKv.V1;

namespace WebKv.Server.Grpc.PubSub;

/// <summary>PubSubService.Subscribe: the messages of what is named once.</summary>
internal static class SubscribeCall
{
    public static async Task RunAsync(
        KvEngine engine,
        LimitOptions limits,
        CallSettings settings,
        SubscribeRequest request,
        IServerStreamWriter<SubscribeResponse> responses,
        CancellationToken stop)
    {
        using var feed = new MessageFeed(engine);
        var batch = new EventBatch(feed, settings.ReplyBytesMax);
        var heartbeat = TimeSpan.FromMilliseconds(limits.HeartbeatMs);
        request.Selection.SubscribeTo(feed);
        // Not to be cancelled: grpc-dotnet then resets the stream, and the client never learns why.
        await responses.WriteAsync(
            new() { Events = { SubscriptionEvents.Subscribed(request.Selection, feed.Subscriptions) } },
            CancellationToken.None);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var response = new SubscribeResponse();
            if (!batch.Fill(response.Events))
            {
                if (await feed.WaitAsync(heartbeat, stop))
                    continue;
                response.Events.Add(SubscriptionEvents.Heartbeat);
            }
            await responses.WriteAsync(response, CancellationToken.None);
        }
    }
}
