using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Channels over gRPC; those of one kind by Subscribe, others by SubscribeSession, so that both are used.
/// </summary>
public sealed class GrpcPubSub(PubSubService.PubSubServiceClient client, GrpcPeer peer) : IPubSubDoor
{
    public async Task<long> PublishAsync(string channel, string message, bool sharded = false)
    {
        var request = new PublishRequest { Channel = Bytes(channel), Message = Bytes(message), Sharded = sharded };
        return (await AnswerAsync(client.PublishAsync(request, peer.Options))).Receivers;
    }

    public async Task<IDoorSubscription> SubscribeAsync(
        string[] channels, string[]? patterns = null, string[]? shardChannels = null)
    {
        var selection = new ChannelSelection
        {
            Channels = { Many(channels) },
            Patterns = { Many(patterns ?? []) },
            ShardChannels = { Many(shardChannels ?? []) },
        };
        if (patterns is null && shardChannels is null)
        {
            var stream = client.Subscribe(new SubscribeRequest { Selection = selection }, peer.Options);
            return await BeginAsync(stream, stream.ResponseStream, response => response.Events);
        }
        var session = client.SubscribeSession(peer.Options);
        await session.RequestStream.WriteAsync(new SubscribeSessionRequest { Subscribe = selection });
        return await BeginAsync(session, session.ResponseStream, response => response.Events);
    }

    public async Task<string[]> ListAsync(string match, bool sharded = false)
    {
        var request = new ListChannelsRequest { Match = Bytes(match), Sharded = sharded };
        return [.. (await AnswerAsync(client.ListChannelsAsync(request, peer.Options))).Channels
            .Select(channel => Text(channel.Channel))];
    }

    public async Task<long> CountSubscribersAsync(string channel)
    {
        var response = await AnswerAsync(client.ListChannelsAsync(new ListChannelsRequest(), peer.Options));
        return response.Channels.SingleOrDefault(info => Text(info.Channel) == channel)?.Subscribers ?? 0;
    }

    private static async Task<IDoorSubscription> BeginAsync<TResponse>(
        IDisposable call, IAsyncStreamReader<TResponse> responses, Func<TResponse, IEnumerable<SubscriptionEvent>> read)
    {
        var subscription = new Subscription<TResponse>(call, responses, read);
        Assert.NotNull((await subscription.NextEventAsync()).Subscribed);
        return subscription;
    }

    private sealed class Subscription<TResponse>(
        IDisposable call, IAsyncStreamReader<TResponse> responses, Func<TResponse, IEnumerable<SubscriptionEvent>> read)
        : IDoorSubscription
    {
        private readonly Queue<SubscriptionEvent> _events = new();

        public async Task<SubscriptionEvent> NextEventAsync()
        {
            while (_events.Count == 0)
            {
                Assert.True(await responses.MoveNext(TestContext.Current.CancellationToken));
                foreach (SubscriptionEvent each in read(responses.Current))
                    _events.Enqueue(each);
            }
            return _events.Dequeue();
        }

        public async Task<DoorMessage> NextAsync()
        {
            PublishedMessage message = (await NextEventAsync()).Message;
            return new DoorMessage(
                Text(message.Channel), Text(message.Message), message.HasPattern ? Text(message.Pattern) : null,
                message.Sharded);
        }

        public ValueTask DisposeAsync()
        {
            call.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
