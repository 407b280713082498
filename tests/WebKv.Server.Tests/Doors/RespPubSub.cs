using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Doors;

/// <summary>Channels over RESP; each subscription has a connection of its own.</summary>
public sealed class RespPubSub(RespPeer peer, Func<RespClient> connect) : IPubSubDoor
{
    public Task<long> PublishAsync(string channel, string message, bool sharded = false) =>
        peer.CallAsync<long>(sharded ? "SPUBLISH" : "PUBLISH", channel, message);

    public Task<IDoorSubscription> SubscribeAsync(
        string[] channels, string[]? patterns = null, string[]? shardChannels = null) => Task.Run(() =>
    {
        RespClient client = connect();
        Subscribe(client, "SUBSCRIBE", channels);
        Subscribe(client, "PSUBSCRIBE", patterns ?? []);
        Subscribe(client, "SSUBSCRIBE", shardChannels ?? []);
        return (IDoorSubscription)new Subscription(client);
    });

    public async Task<string[]> ListAsync(string match, bool sharded = false) =>
        [.. (await peer.CallAsync<object?[]>("PUBSUB", sharded ? "SHARDCHANNELS" : "CHANNELS", match)).Cast<string>()];

    public async Task<long> CountSubscribersAsync(string channel) =>
        (long)(await peer.CallAsync<object?[]>("PUBSUB", "NUMSUB", channel))[1]!;

    private static void Subscribe(RespClient client, string command, string[] names)
    {
        if (names.Length == 0)
            return;
        client.Send(RespPeer.Frame([command, .. names]));
        foreach (string name in names)
            Assert.Equal(name, ((object?[])client.ReadReply()!)[1]);
    }

    private sealed class Subscription(RespClient client) : IDoorSubscription
    {
        public Task<DoorMessage> NextAsync() => Task.Run(() => ((object?[])client.ReadReply()!) switch
        {
            ["message", string channel, string message] => new DoorMessage(channel, message),
            ["smessage", string channel, string message] => new DoorMessage(channel, message, Sharded: true),
            ["pmessage", string pattern, string channel, string message] =>
                new DoorMessage(channel, message, pattern),
            var other => throw new InvalidDataException($"not a message: {other[0]}"),
        });

        public ValueTask DisposeAsync()
        {
            client.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
