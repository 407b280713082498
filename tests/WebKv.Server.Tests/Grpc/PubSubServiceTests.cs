using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WebKv.Engine.Execution;
using WebKv.Server.Tests.Hosting;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class PubSubServiceTests
{
    [Fact]
    public async Task Session_ChannelsComeAndGo_AreConfirmedInOrder()
    {
        await using var server = new KvServer();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new PubSubService.PubSubServiceClient(channel);
        using var session = client.SubscribeSession(cancellationToken: Token);
        await session.RequestStream.WriteAsync(new() { Subscribe = Channels("a", "b") }, Token);
        Assert.Equal(2, (await NextAsync(session.ResponseStream)).Subscribed.Subscriptions);
        for (int i = 0; i < 10; i++)
            Assert.Equal(1, await PublishAsync(client, "a", $"{i}"));
        await session.RequestStream.WriteAsync(new() { Unsubscribe = Channels("a", "never") }, Token);
        var seen = new List<string>();
        SubscriptionChange? left = null;
        while (left is null)
        {
            Assert.True(await session.ResponseStream.MoveNext(Token));
            foreach (SubscriptionEvent each in session.ResponseStream.Current.Events)
            {
                Assert.Null(left);
                left = each.Unsubscribed;
                if (each.Message is { } message)
                    seen.Add(message.Message.ToStringUtf8());
            }
        }
        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), seen);
        Assert.Equal(1, left.Subscriptions);
        Assert.Equal(0, await PublishAsync(client, "a", "x"));
        await session.RequestStream.CompleteAsync();
        Assert.False(await session.ResponseStream.MoveNext(Token));
        Assert.Equal(0, await PublishAsync(client, "b", "x"));
    }

    [Fact]
    public async Task Subscribe_Silent_HasHeartbeats()
    {
        await using var server = new KvServer(("WebKv:Limits:HeartbeatMs", "20"));
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new PubSubService.PubSubServiceClient(channel);
        using var stream = client.Subscribe(new() { Selection = Channels("quiet") }, cancellationToken: Token);
        using var session = client.SubscribeSession(cancellationToken: Token);
        Assert.NotNull((await NextAsync(stream.ResponseStream)).Subscribed);
        Assert.NotNull((await NextAsync(stream.ResponseStream)).Heartbeat);
        Assert.NotNull((await NextAsync(session.ResponseStream)).Heartbeat);
    }

    [Fact]
    public async Task Subscribe_SlowClient_IsToldWhatItMissed()
    {
        const int Messages = 3000;
        await using var server = new KvServer(("WebKv:Limits:SubscriberBytes", "100000"));
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new PubSubService.PubSubServiceClient(channel);
        using var stream = client.Subscribe(new() { Selection = Channels("flood") }, cancellationToken: Token);
        Assert.NotNull((await NextAsync(stream.ResponseStream)).Subscribed);
        using (var writer = server.ConnectResp())
            for (int i = 0; i < Messages; i++)
                Assert.Equal(1L, writer.Call("PUBLISH", "flood", new string('x', 10_000)));
        long seen = 0;
        long dropped = 0;
        while (seen + dropped < Messages)
        {
            Assert.True(await stream.ResponseStream.MoveNext(Token));
            foreach (SubscriptionEvent each in stream.ResponseStream.Current.Events)
            {
                seen += each.Message is null ? 0 : 1;
                dropped += each.Discontinuity?.Dropped ?? 0;
            }
        }
        Assert.Equal(Messages, seen + dropped);
        Assert.True(dropped > 0);
    }

    [Fact]
    public async Task Subscribe_MessageBeyondTheResponse_IsAGapOfOne()
    {
        await using var server = new KvServer();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new PubSubService.PubSubServiceClient(channel);
        using var stream = client.Subscribe(new() { Selection = Channels("big") }, cancellationToken: Token);
        Assert.NotNull((await NextAsync(stream.ResponseStream)).Subscribed);
        await PublishAsync(client, "big", new string('x', 5_000_000));
        Discontinuity gap = (await NextAsync(stream.ResponseStream)).Discontinuity;
        Assert.Equal((1, Discontinuity.Types.Reason.TooLarge), (gap.Dropped, gap.Reason));
        await PublishAsync(client, "big", "small");
        Assert.Equal("small", (await NextAsync(stream.ResponseStream)).Message.Message.ToStringUtf8());
    }

    [Fact]
    public async Task Subscribe_ManyBigMessages_AreSplitOverResponses()
    {
        await using var server = new KvServer();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new PubSubService.PubSubServiceClient(channel);
        using var stream = client.Subscribe(new() { Selection = Channels("parts") }, cancellationToken: Token);
        Assert.NotNull((await NextAsync(stream.ResponseStream)).Subscribed);
        using (var writer = server.ConnectResp())
            for (int i = 0; i < 8; i++)
                Assert.Equal(1L, writer.Call("PUBLISH", "parts", new string('x', 3_000_000)));
        for (int seen = 0; seen < 8;)
        {
            Assert.True(await stream.ResponseStream.MoveNext(Token));
            seen += stream.ResponseStream.Current.Events.Count(each => each.Message is not null);
        }
    }

    [Fact]
    public async Task Subscribe_NothingNamed_IsRefused()
    {
        await using var server = new KvServer();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new PubSubService.PubSubServiceClient(channel);
        foreach (SubscribeRequest request in (SubscribeRequest[])[new(), new() { Selection = new() }])
        {
            using var stream = client.Subscribe(request, cancellationToken: Token);
            RpcException e = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(Token));
            Check(StatusCode.InvalidArgument, "INVALID_ARGUMENT", e);
        }
        using var session = client.SubscribeSession(cancellationToken: Token);
        await session.RequestStream.WriteAsync(new(), Token);
        RpcException refused = await Assert.ThrowsAsync<RpcException>(() => session.ResponseStream.MoveNext(Token));
        Check(StatusCode.InvalidArgument, "INVALID_ARGUMENT", refused);
        Assert.True(server.Services.GetRequiredService<KvEngine>().PubSub.IsIdle);
    }

    [Fact]
    public async Task Subscribe_ClientGoes_LeavesNothing()
    {
        await using var server = new KvServer();
        var engine = server.Services.GetRequiredService<KvEngine>();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new PubSubService.PubSubServiceClient(channel);
        for (int i = 0; i < 20; i++)
        {
            using var stream = client.Subscribe(new() { Selection = Channels($"s{i}") }, cancellationToken: Token);
            using var session = client.SubscribeSession(cancellationToken: Token);
            await session.RequestStream.WriteAsync(new() { Subscribe = Channels($"d{i}") }, Token);
            await NextAsync(stream.ResponseStream);
            await NextAsync(session.ResponseStream);
        }
        await Eventually.HoldsAsync(() => engine.PubSub.IsIdle);
    }

    [Fact]
    public async Task Subscribe_ServerStops_EndsAtOnceAsUnavailable()
    {
        await using var server = new KvServer();
        using GrpcChannel channel = GrpcChannel.ForAddress(server.GrpcUri);
        var client = new PubSubService.PubSubServiceClient(channel);
        using var stream = client.Subscribe(new() { Selection = Channels("s") }, cancellationToken: Token);
        using var session = client.SubscribeSession(cancellationToken: Token);
        await session.RequestStream.WriteAsync(new() { Subscribe = Channels("d") }, Token);
        await NextAsync(stream.ResponseStream);
        await NextAsync(session.ResponseStream);

        server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        RpcException e = await Assert.ThrowsAsync<RpcException>(() => stream.ResponseStream.MoveNext(Token));
        Check(StatusCode.Unavailable, "SHUTTING_DOWN", e);
        e = await Assert.ThrowsAsync<RpcException>(() => session.ResponseStream.MoveNext(Token));
        Check(StatusCode.Unavailable, "SHUTTING_DOWN", e);
    }

    private static ChannelSelection Channels(params string[] names) =>
        new() { Channels = { names.Select(ByteString.CopyFromUtf8) } };

    private static async Task<long> PublishAsync(
        PubSubService.PubSubServiceClient client, string channel, string message) =>
        (await client.PublishAsync(
            new() { Channel = ByteString.CopyFromUtf8(channel), Message = ByteString.CopyFromUtf8(message) },
            cancellationToken: Token)).Receivers;

    private static async Task<SubscriptionEvent> NextAsync(IAsyncStreamReader<SubscribeResponse> responses)
    {
        Assert.True(await responses.MoveNext(Token));
        return Assert.Single(responses.Current.Events);
    }

    private static async Task<SubscriptionEvent> NextAsync(IAsyncStreamReader<SubscribeSessionResponse> responses)
    {
        Assert.True(await responses.MoveNext(Token));
        return Assert.Single(responses.Current.Events);
    }
}
