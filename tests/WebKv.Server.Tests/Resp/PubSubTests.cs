using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Memory;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Resp;

/// <summary>Messages on RESP connections: their bytes, their place among the replies, and clients that do not read.
/// </summary>
[Collection(nameof(RunsAlone))]
public sealed class PubSubTests(RespFixture fixture) : IClassFixture<RespFixture>
{
    [Fact]
    public void Subscriber_Resp2_GetsArrays() => Assert.Equal(
        "*3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n*3\r\n$10\r\npsubscribe\r\n$1\r\n*\r\n:2\r\n"
        + "-ERR Can't execute 'get': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this "
        + "context\r\n*2\r\n$4\r\npong\r\n$0\r\n\r\n"
        + "*3\r\n$11\r\nunsubscribe\r\n$1\r\na\r\n:1\r\n*3\r\n$12\r\npunsubscribe\r\n$1\r\n*\r\n:0\r\n"
        + "*3\r\n$11\r\nunsubscribe\r\n$-1\r\n:0\r\n+PONG\r\n+OK\r\n",
        fixture.Server.Converse(
            "SUBSCRIBE a\r\nPSUBSCRIBE *\r\nGET k\r\nPING\r\nUNSUBSCRIBE\r\nPUNSUBSCRIBE\r\nUNSUBSCRIBE\r\nPING\r\n"
            + "QUIT\r\n"));

    [Fact]
    public void Subscriber_Resp3_GetsPushes()
    {
        string text = fixture.Server.Converse(
            "HELLO 3\r\nSUBSCRIBE self\r\nPUBLISH self hi\r\nUNSUBSCRIBE\r\nUNSUBSCRIBE\r\nQUIT\r\n");
        Assert.EndsWith(
            ">3\r\n$9\r\nsubscribe\r\n$4\r\nself\r\n:1\r\n:1\r\n>3\r\n$7\r\nmessage\r\n$4\r\nself\r\n$2\r\nhi\r\n"
            + ">3\r\n$11\r\nunsubscribe\r\n$4\r\nself\r\n:0\r\n>3\r\n$11\r\nunsubscribe\r\n_\r\n:0\r\n+OK\r\n",
            text);
    }

    [Fact]
    public void Reset_EndsSubscriptionsAndGoesBackToResp2() => Assert.EndsWith(
        ">3\r\n$9\r\nsubscribe\r\n$1\r\na\r\n:1\r\n+RESET\r\n$-1\r\n:0\r\n+OK\r\n",
        fixture.Server.Converse(
            "HELLO 3\r\nSUBSCRIBE a\r\nRESET\r\nGET nothing\r\nPUBLISH a x\r\nQUIT\r\n"));

    [Fact]
    public void ReplyOff_DoesNotSilencePushes()
    {
        using RespClient reader = fixture.Server.ConnectResp();
        using RespClient writer = fixture.Server.ConnectResp();
        reader.Call("HELLO", "3");
        reader.Send("CLIENT REPLY OFF\r\nSUBSCRIBE off\r\nSUBSCRIBE\r\nGET k\r\n");
        Assert.Equal(["subscribe", "off", 1L], Row(reader));
        Assert.Equal(1L, writer.Call("PUBLISH", "off", "hi"));
        Assert.Equal(["message", "off", "hi"], Row(reader));
    }

    [Fact]
    public async Task Pushes_WhileRepliesAreWritten_NeverComeInsideThem()
    {
        const int Rounds = 2_000;
        using RespClient reader = fixture.Server.ConnectResp();
        reader.Call("HELLO", "3");
        reader.Call("MSET", "a", new string('a', 3_000), "b", new string('b', 20_000));
        reader.Call("SUBSCRIBE", "mixed");
        var publishing = Task.Run(() =>
        {
            using RespClient writer = fixture.Server.ConnectResp();
            for (int i = 0; i < Rounds; i++)
                writer.Call("PUBLISH", "mixed", $"{i}");
        }, TestContext.Current.CancellationToken);
        int messages = 0;
        int replies = 0;
        reader.Send("MULTI\r\nMGET a b\r\nPUBLISH mixed self\r\nEXEC\r\n");
        while (messages < Rounds || replies % 4 != 0)
        {
            object? next = reader.ReadReply();
            if (next is object?[] { Length: 3 } push)
            {
                Assert.Equal("mixed", push[1]);
                messages += Equals(push[2], "self") ? 0 : 1;
                continue;
            }
            if (replies % 4 == 3)
                Assert.Equal([20_000L + 3_000, 1L], Shape(Assert.IsType<object?[]>(next)));
            if (++replies % 4 == 0 && messages < Rounds)
                reader.Send("MULTI\r\nMGET a b\r\nPUBLISH mixed self\r\nEXEC\r\n");
        }
        await publishing;

        static object?[] Shape(object?[] exec) =>
            [Assert.IsType<object?[]>(exec[0]).Sum(value => (long)Assert.IsType<string>(value).Length), exec[1]];
    }

    [Fact]
    public async Task Publish_Pipelined_ReachesAllInOrder()
    {
        const int Messages = 20_000;
        RespClient[] readers = [.. Enumerable.Range(0, 5).Select(_ => fixture.Server.ConnectResp())];
        foreach (RespClient reader in readers)
            reader.Call("SUBSCRIBE", "many");
        Task[] reading = [.. readers.Select(reader => Task.Run(() =>
        {
            for (int i = 0; i < Messages; i++)
                Assert.Equal(["message", "many", $"{i}"], Row(reader));
        }))];
        using RespClient writer = fixture.Server.ConnectResp();
        writer.Send(string.Concat(Enumerable.Range(0, Messages).Select(i => $"PUBLISH many {i}\r\n")));
        for (int i = 0; i < Messages; i++)
            Assert.Equal(5L, writer.ReadReply());
        await Task.WhenAll(reading).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        foreach (RespClient reader in readers)
            reader.Dispose();
    }

    [Theory]
    [InlineData(16_383)]
    [InlineData(16_384)]
    [InlineData(1_000_000)]
    public void Publish_BigMessage_ArrivesWhole(int length)
    {
        using RespClient reader = fixture.Server.ConnectResp();
        using RespClient writer = fixture.Server.ConnectResp();
        reader.Call("SUBSCRIBE", "big");
        string payload = string.Concat(Enumerable.Repeat("0123456\n", length / 8)).PadRight(length);
        writer.Call("PUBLISH", "big", payload);
        Assert.Equal(["message", "big", payload], Row(reader));
    }

    [Fact]
    public async Task Subscriber_ThatDoesNotRead_IsDisconnected()
    {
        await using var server = new KvServer(("WebKv:Limits:SubscriberBytes", "200000"));
        var clients = server.Services.GetRequiredService<ClientRegistry>();
        var engine = server.Services.GetRequiredService<KvEngine>();
        using RespClient slow = server.ConnectResp();
        using RespClient writer = server.ConnectResp();
        slow.Call("SUBSCRIBE", "flood");
        long blobs = Blob.AllocatedBytes;
        string payload = new('x', 50_000);
        object? receivers = 1L;
        for (int i = 0; i < 10_000 && Equals(receivers, 1L); i++)
            receivers = writer.Call("PUBLISH", "flood", payload);
        Assert.Equal(0L, receivers);
        await Eventually.HoldsAsync(() => clients.Count == 1);
        Assert.True(engine.PubSub.IsIdle);
        await Eventually.HoldsAsync(() => Blob.AllocatedBytes <= blobs);
    }

    [Fact]
    public async Task Killed_Subscribers_LeaveNothing()
    {
        const int Clients = 300;
        var clients = fixture.Server.Services.GetRequiredService<ClientRegistry>();
        var engine = fixture.Server.Services.GetRequiredService<KvEngine>();
        using RespClient writer = fixture.Server.ConnectResp();
        await Eventually.HoldsAsync(() => clients.Count == 1);
        RespClient[] readers = [.. Enumerable.Range(0, Clients).Select(_ => fixture.Server.ConnectResp())];
        for (int i = 0; i < Clients; i++)
        {
            readers[i].Call("SUBSCRIBE", $"shared{i % 7}", $"own{i}");
            readers[i].Call("PSUBSCRIBE", $"own{i}*", "shared*");
            readers[i].Call("SSUBSCRIBE", $"shard{i % 3}");
        }
        Assert.Equal(Clients + 1L, writer.Call("PUBSUB", "NUMPAT"));
        for (int i = 0; i < 50; i++)
            writer.Call("PUBLISH", $"shared{i % 7}", new string('x', 30_000));
        for (int i = 0; i < Clients; i++)
        {
            if (i % 2 == 0)
                readers[i].Kill();
            else
                readers[i].Dispose();
        }
        await Eventually.HoldsAsync(() => clients.Count == 1);
        Assert.True(engine.PubSub.IsIdle);
        Assert.Equal([], Assert.IsType<object?[]>(writer.Call("PUBSUB", "CHANNELS")));
        Assert.Equal(0L, writer.Call("PUBSUB", "NUMPAT"));
        await Eventually.HoldsAsync(() => Blob.AllocatedBytes == 0);
    }

    [Theory]
    [InlineData(RedisProtocol.Resp2)]
    [InlineData(RedisProtocol.Resp3)]
    public async Task StackExchangeRedis_Subscriber_Works(RedisProtocol protocol)
    {
        await using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
        {
            EndPoints = { (EndPoint)fixture.Server.Resp },
            Protocol = protocol,
            ConnectTimeout = 10_000,
            SyncTimeout = 10_000,
            AsyncTimeout = 10_000,
        });
        ISubscriber subscriber = redis.GetSubscriber();
        ChannelMessageQueue plain = await subscriber.SubscribeAsync(RedisChannel.Literal("se.a"));
        ChannelMessageQueue byPattern = await subscriber.SubscribeAsync(RedisChannel.Pattern("se.*"));
        Assert.Equal(2, await redis.GetDatabase().PublishAsync(RedisChannel.Literal("se.a"), "hello"));
        CancellationToken ended = TestContext.Current.CancellationToken;
        Assert.Equal("hello", (await plain.ReadAsync(ended)).Message);
        Assert.Equal("se.a", (string?)(await byPattern.ReadAsync(ended)).Channel);
        await plain.UnsubscribeAsync();
        Assert.Equal(1, await redis.GetDatabase().PublishAsync(RedisChannel.Literal("se.a"), "again"));
    }

    [Fact]
    public void Info_CountsChannelsPatternsAndClients()
    {
        using RespClient reader = fixture.Server.ConnectResp();
        using RespClient observer = fixture.Server.ConnectResp();
        reader.Call("SUBSCRIBE", "i1");
        reader.Call("PSUBSCRIBE", "i*");
        reader.Call("SSUBSCRIBE", "i2");
        string info = Assert.IsType<string>(observer.Call("INFO", "stats", "clients"));
        Assert.Contains("pubsub_channels:1\r\npubsub_patterns:1\r\npubsubshard_channels:1\r\n", info);
        Assert.Contains("pubsub_clients:1\r\n", info);
    }

    private static object?[] Row(RespClient client) => Assert.IsType<object?[]>(client.ReadReply());
}
