using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WebKv.Engine.Execution;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Rest;

/// <summary>Subscriptions as server-sent events.</summary>
public sealed class SubscriptionTests(RestFixture fixture) : IClassFixture<RestFixture>
{
    private readonly RestClient _client = fixture.Client;

    [Fact]
    public async Task Stream_HasTheEventsInTheirForm()
    {
        using EventReader events = await OpenAsync("channel=sse&pattern=ss*&shardChannel=sh");
        Assert.Equal("text/event-stream", events.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", events.Response.Headers.CacheControl?.ToString());
        Assert.Equal(
            """{"channels":["sse"],"patterns":["ss*"],"shardChannels":["sh"]}""",
            (await ExpectAsync(events, "subscribed")));
        await _client.Send("POST /v1/channels/sse/messages", "line\nbreak \"quoted\"");
        Assert.Equal(
            """{"channel":"sse","message":"line\nbreak \"quoted\""}""", await ExpectAsync(events, "message"));
        Assert.Equal("1", events.LastId);
        Assert.Equal(
            """{"channel":"sse","pattern":"ss*","message":"line\nbreak \"quoted\""}""",
            await ExpectAsync(events, "message"));
        await _client.Send("POST /v1/channels/sh/messages?sharded=true", "\xFF\xFE");
        Assert.Equal(
            """{"channel":"sh","sharded":true,"message":{"base64":"//4="}}""", await ExpectAsync(events, "message"));
        Assert.Equal("3", events.LastId);
    }

    [Fact]
    public async Task Stream_Resumed_SaysThatTheRestIsLost()
    {
        using EventReader events = await EventReader.OpenAsync(
            new Uri(fixture.Client.Server, "/v1/subscriptions?channel=resumed"), ("Last-Event-ID", "17"));
        await ExpectAsync(events, "subscribed");
        Assert.Equal("""{"dropped":null,"reason":"reconnected"}""", await ExpectAsync(events, "dropped"));
    }

    [Fact]
    public async Task Stream_WithADuration_EndsInItsOrder()
    {
        using EventReader events = await OpenAsync("channel=short&durationMs=50");
        await ExpectAsync(events, "subscribed");
        Assert.Null(await events.NextOrEndAsync());
    }

    [Fact]
    public async Task Stream_Silent_HasHeartbeats()
    {
        await using var server = new KvServer(("WebKv:Limits:HeartbeatMs", "20"));
        using EventReader events = await EventReader.OpenAsync(new Uri(server.HttpUri, "/v1/subscriptions?channel=q"));
        await ExpectAsync(events, "subscribed");
        await events.CommentAsync();
        await events.CommentAsync();
    }

    [Fact]
    public async Task Stream_ClientGoes_LeavesNothing()
    {
        await using var server = new KvServer();
        var engine = server.Services.GetRequiredService<KvEngine>();
        for (int i = 0; i < 50; i++)
        {
            using EventReader events = await EventReader.OpenAsync(
                new Uri(server.HttpUri, $"/v1/subscriptions?channel=c{i}&pattern=p{i}"));
            await ExpectAsync(events, "subscribed");
        }
        await Eventually.HoldsAsync(() => engine.PubSub.IsIdle);
        Assert.Equal(0, engine.PubSub.PatternCount);
    }

    [Fact]
    public async Task Stream_SlowClient_IsToldWhatItMissed()
    {
        const int Messages = 4000;
        await using var server = new KvServer(("WebKv:Limits:SubscriberBytes", "100000"));
        using RespClient writer = server.ConnectResp();
        using EventReader events = await EventReader.OpenAsync(
            new Uri(server.HttpUri, "/v1/subscriptions?channel=flood"));
        await ExpectAsync(events, "subscribed");
        string payload = new('x', 10_000);
        for (int i = 0; i < Messages; i++)
            Assert.Equal(1L, writer.Call("PUBLISH", "flood", payload));
        writer.Call("PUBLISH", "flood", "end");
        long seen = 0;
        long dropped = 0;
        while (seen + dropped < Messages + 1)
        {
            (string name, var data) = await events.NextAsync();
            if (name == "dropped")
                dropped += (long)data["dropped"]!;
            else
                seen++;
        }
        Assert.True(dropped > 0);
        Assert.True(seen > 0);
        Assert.Equal(Messages + 1, seen + dropped);
        Assert.Equal(1L, writer.Call("PUBLISH", "flood", "again"));
        Assert.Contains("again", await ExpectAsync(events, "message"));
    }

    [Fact]
    public async Task Stream_ServerStops_EndsAtOnce()
    {
        await using var server = new KvServer();
        using EventReader events = await EventReader.OpenAsync(new Uri(server.HttpUri, "/v1/subscriptions?pattern=*"));
        await ExpectAsync(events, "subscribed");
        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Null(await events.NextOrEndAsync());
    }

    [Theory]
    [InlineData("", "channel: name at least one channel, pattern or shardChannel.")]
    [InlineData("channel=a&durationMs=0", "durationMs: must be an integer from 1 to 2147483647.")]
    [InlineData("channel=a&encoding=utf8", "encoding: must be auto or base64 here.")]
    [InlineData("channel=%zz", "channel: has a % that begins no escape.")]
    [InlineData("chanel=a&channel=a", "chanel: is not a parameter of this operation, or comes twice.")]
    public async Task Stream_WrongParameters_IsRefused(string query, string detail)
    {
        RestAnswer answer = await _client.Send($"GET /v1/subscriptions?{query}");
        answer.IsProblem(400, "INVALID_ARGUMENT");
        Assert.Contains(detail, (string)answer.Json["detail"]!);
    }

    [Fact]
    public async Task Publish_Envelope_IsItsValue()
    {
        using EventReader events = await OpenAsync("channel=envelope");
        await ExpectAsync(events, "subscribed");
        RestAnswer answer = await _client.SendJson("POST /v1/channels/envelope/messages", """{"value":"text"}""");
        Assert.Equal("""{"receivers":1}""", answer.Is(200).Text);
        Assert.Contains("\"text\"", await ExpectAsync(events, "message"));
    }

    [Fact]
    public async Task Channels_ListsWithCounts()
    {
        using EventReader one = await OpenAsync("channel=list.a&channel=list.b");
        using EventReader two = await OpenAsync("channel=list.a&pattern=list.*");
        await ExpectAsync(one, "subscribed");
        await ExpectAsync(two, "subscribed");
        RestAnswer answer = (await _client.Send("GET /v1/channels?match=list.a")).Is(200);
        Assert.Equal("""[{"channel":"list.a","subscribers":2}]""", answer.Json["items"]!.ToJsonString());
        Assert.True((long)answer.Json["patterns"]! >= 1);
        Assert.Equal("""{"subscribers":1}""", (await _client.Send("GET /v1/channels/list.b")).Is(200).Text);
    }

    private Task<EventReader> OpenAsync(string query) =>
        EventReader.OpenAsync(new Uri(_client.Server, $"/v1/subscriptions?{query}"));

    private static async Task<string> ExpectAsync(EventReader events, string name)
    {
        (string found, var data) = await events.NextAsync();
        Assert.Equal(name, found);
        return data.ToJsonString(Readable);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
