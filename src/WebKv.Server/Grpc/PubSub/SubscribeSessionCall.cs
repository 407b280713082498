using FluentValidation;
using Grpc.Core;
using WebKv.Engine.Execution;
using WebKv.Server.Grpc.Validation;
using WebKv.Server.Hosting;
using WebKv.Server.PubSub;
using WebKv.V1;

namespace WebKv.Server.Grpc.PubSub;

/// <summary>
/// PubSubService.SubscribeSession: messages of channels that come and go.
/// </summary>
/// <remarks>One loop reads requests and writes responses, since a stream takes one write at a time; it waits for
/// whichever comes first, a request or a message.</remarks>
internal sealed class SubscribeSessionCall(
    KvEngine engine,
    LimitOptions limits,
    CallSettings settings,
    IValidator<SubscribeSessionRequest>? validator,
    IServerStreamWriter<SubscribeSessionResponse> responses)
{
    private readonly TimeSpan _heartbeat = TimeSpan.FromMilliseconds(limits.HeartbeatMs);

    public async Task RunAsync(IAsyncStreamReader<SubscribeSessionRequest> requests, CancellationToken stop)
    {
        using var feed = new MessageFeed(engine);
        var batch = new EventBatch(feed, settings.ReplyBytesMax);
        Task<bool> request = requests.MoveNext(stop);
        Task<bool> wake = feed.WaitAsync(_heartbeat, stop);
        while (true)
        {
            await Task.WhenAny(request, wake);
            stop.ThrowIfCancellationRequested();
            if (wake.IsCompleted)
            {
                if (!await wake)
                    await SendAsync(SubscriptionEvents.Heartbeat);
                await SendMessagesAsync(batch, stop);
                wake = feed.WaitAsync(_heartbeat, stop);
            }
            if (!request.IsCompleted)
                continue;
            if (!await request)
                break;
            await ChangeAsync(requests.Current, feed, batch, stop);
            request = requests.MoveNext(stop);
        }
        await SendMessagesAsync(batch, stop);
    }

    private async Task ChangeAsync(
        SubscribeSessionRequest request, MessageFeed feed, EventBatch batch, CancellationToken stop)
    {
        if (validator is not null)
            RequestValidators.Check(validator, request);
        if (request.ActionCase == SubscribeSessionRequest.ActionOneofCase.Subscribe)
        {
            request.Subscribe.SubscribeTo(feed);
            await SendAsync(SubscriptionEvents.Subscribed(request.Subscribe, feed.Subscriptions));
            return;
        }
        request.Unsubscribe.UnsubscribeFrom(feed);
        // What came before goes first: after the confirmation nothing of these follows.
        await SendMessagesAsync(batch, stop);
        await SendAsync(SubscriptionEvents.Unsubscribed(request.Unsubscribe, feed.Subscriptions));
    }

    private async Task SendMessagesAsync(EventBatch batch, CancellationToken stop)
    {
        for (var response = new SubscribeSessionResponse(); batch.Fill(response.Events); response = new())
        {
            stop.ThrowIfCancellationRequested();
            await responses.WriteAsync(response, CancellationToken.None);
        }
    }

    private Task SendAsync(SubscriptionEvent @event) =>
        responses.WriteAsync(new() { Events = { @event } }, CancellationToken.None);
}
