using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>Channels over REST; subscriptions are streams of server-sent events.</summary>
public sealed class RestPubSub(RestPeer peer, Uri server) : IPubSubDoor
{
    public async Task<long> PublishAsync(string channel, string message, bool sharded = false) => (long)(
        await peer.SendAsync($"POST /v1/channels/{{key}}/messages{Query(sharded)}", channel, message))
        .Json["receivers"]!;

    public async Task<IDoorSubscription> SubscribeAsync(
        string[] channels, string[]? patterns = null, string[]? shardChannels = null)
    {
        string query = string.Join('&', [
            "encoding=base64", "enc=base64url",
            .. channels.Select(name => $"channel={RestPeer.Base64Url(name)}"),
            .. (patterns ?? []).Select(name => $"pattern={RestPeer.Base64Url(name)}"),
            .. (shardChannels ?? []).Select(name => $"shardChannel={RestPeer.Base64Url(name)}"),
        ]);
        EventReader events = await EventReader.OpenAsync(new Uri(server, $"/v1/subscriptions?{query}"));
        Assert.Equal("subscribed", (await events.NextAsync()).Name);
        return new Subscription(events);
    }

    public async Task<string[]> ListAsync(string match, bool sharded = false)
    {
        RestAnswer answer = await peer.SendAsync(
            $"GET /v1/channels?encoding=base64&match={Uri.EscapeDataString(match)}"
            + (sharded ? "&sharded=true" : ""), "none");
        return [.. answer.Json["items"]!.AsArray().Select(item => RestPeer.Text(item!["channel"])!)];
    }

    public async Task<long> CountSubscribersAsync(string channel)
    {
        await peer.SendAsync("HEAD /v1/channels/{key}", channel);
        return (long)(await peer.SendAsync("GET /v1/channels/{key}", channel)).Json["subscribers"]!;
    }

    private static string Query(bool sharded) => sharded ? "?sharded=true" : "";

    private sealed class Subscription(EventReader events) : IDoorSubscription
    {
        public async Task<DoorMessage> NextAsync()
        {
            (string name, JsonNode data) = await events.NextAsync();
            Assert.Equal("message", name);
            return new DoorMessage(
                RestPeer.Text(data["channel"])!, RestPeer.Text(data["message"])!, RestPeer.Text(data["pattern"]),
                (bool?)data["sharded"] ?? false);
        }

        public ValueTask DisposeAsync()
        {
            events.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
