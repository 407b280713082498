using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WebKv.Engine.Execution;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;
using ConsumeCall = Grpc.Core.AsyncDuplexStreamingCall<
    WebKv.V1.ConsumeGroupRequest, WebKv.V1.ConsumeGroupResponse>;

namespace WebKv.Server.Tests.Grpc;

public sealed class ConsumeGroupTests : IAsyncLifetime
{
    private readonly KvServer _server = new(("WebKv:Limits:HeartbeatMs", "50"));
    private readonly RespClient _resp;
    private readonly GrpcChannel _channel;
    private readonly StreamService.StreamServiceClient _client;

    public ConsumeGroupTests()
    {
        _resp = _server.ConnectResp();
        _channel = GrpcChannel.ForAddress(_server.GrpcUri);
        _client = new StreamService.StreamServiceClient(_channel);
        _resp.Call("XGROUP", "CREATE", "s", "g", "0", "MKSTREAM");
    }

    private KvEngine Engine => _server.Services.GetRequiredService<KvEngine>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        _resp.Dispose();
        _channel.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Credit_IsWhatMayBeInFlight()
    {
        Add(1, 2, 3, 4, 5);
        using ConsumeCall call = await ConsumeAsync("c", credit: 2);
        Assert.Equal(["1-0", "2-0"], await DeliveriesAsync(call, 2));
        await SilenceAsync(call);
        Assert.Equal(2, PendingCount());
        await AcknowledgeAsync(call, "1-0");
        Assert.Equal(1, (await NextAsync(call)).Acknowledged.AcknowledgedCount);
        Assert.Equal(["3-0"], await DeliveriesAsync(call, 1));
        await call.RequestStream.WriteAsync(new() { AddCredit = 1 }, Token);
        Assert.Equal(["4-0"], await DeliveriesAsync(call, 1));
        // They need not be pending for the group any more to be no longer in flight.
        _resp.Call("XACK", "s", "g", "2-0", "3-0");
        await AcknowledgeAsync(call, "2-0", "3-0");
        Assert.Equal(0, (await NextAsync(call)).Acknowledged.AcknowledgedCount);
        Assert.Equal(["5-0"], await DeliveriesAsync(call, 1));
    }

    [Fact]
    public async Task Deliveries_ComeAsEntriesDo_AndAreShared()
    {
        using ConsumeCall one = await ConsumeAsync("one", credit: 1);
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 1);
        using ConsumeCall two = await ConsumeAsync("two", credit: 10);
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 2);
        Add(1, 2, 3);
        Assert.Equal(["1-0"], await DeliveriesAsync(one, 1));
        Assert.Equal(["2-0", "3-0"], await DeliveriesAsync(two, 2));
        Assert.Equal(1, Engine.Waits.Count);
    }

    [Fact]
    public async Task BrokenCall_PendingEntriesComeAgainFirst()
    {
        Add(1, 2, 3);
        using (ConsumeCall call = await ConsumeAsync("c", credit: 3))
        {
            await DeliveriesAsync(call, 3);
            await AcknowledgeAsync(call, "2-0");
            await NextAsync(call);
        }
        _resp.Call("XDEL", "s", "1-0");
        Add(4);
        using (ConsumeCall call = await ConsumeAsync("c", credit: 1, redeliver: true))
        {
            StreamEntry gone = Assert.Single((await NextAsync(call)).Deliveries.Entries);
            Assert.Equal(("1-0", true), (gone.Id, gone.Deleted));
            await AcknowledgeAsync(call, "1-0");
            Assert.Equal(1, (await NextAsync(call)).Acknowledged.AcknowledgedCount);
            Assert.Equal(["3-0"], await DeliveriesAsync(call, 1));
            await AcknowledgeAsync(call, "3-0");
            await NextAsync(call);
            Assert.Equal(["4-0"], await DeliveriesAsync(call, 1));
        }
        using ConsumeCall other = await ConsumeAsync("c", credit: 5);
        await SilenceAsync(other);
    }

    [Fact]
    public async Task ManyEntries_EachIsDeliveredOnce()
    {
        const int Entries = 2000;
        Task writer = Task.Run(() => Add([.. Enumerable.Range(1, Entries)]), Token);
        using ConsumeCall call = await ConsumeAsync("c", credit: 7);
        var seen = new List<string>();
        while (seen.Count < Entries)
        {
            if ((await NextAsync(call)).Deliveries is not { } deliveries)
                continue;
            seen.AddRange(deliveries.Entries.Select(entry => entry.Id));
            await AcknowledgeAsync(call, [.. deliveries.Entries.Select(entry => entry.Id)]);
        }
        Assert.Equal(Enumerable.Range(1, Entries).Select(i => $"{i}-0"), seen);
        await writer;
        await Eventually.HoldsAsync(() => PendingCount() == 0);
    }

    [Fact]
    public async Task HalfClose_EndsTheCall_AndLeavesNothing()
    {
        using ConsumeCall call = await ConsumeAsync("c", credit: 1);
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 1);
        await call.RequestStream.CompleteAsync();
        while (await call.ResponseStream.MoveNext(Token))
            Assert.NotNull(call.ResponseStream.Current.Heartbeat);
        Assert.Equal(0, Engine.Waits.Count);
        Add(1);
        Assert.Equal(0, PendingCount());
    }

    [Fact]
    public async Task EntryBeyondTheResponse_EndsTheCall_AndStaysPending()
    {
        Add(1);
        _resp.Call("XADD", "s", "2-0", "f", new string('x', 5_000_000));
        using ConsumeCall call = await ConsumeAsync("c", credit: 5);
        Assert.Equal(["1-0"], await DeliveriesAsync(call, 1));
        await FailsAsync(StatusCode.ResourceExhausted, "PAYLOAD_TOO_LARGE", call);
        Assert.Equal(2, PendingCount());
    }

    [Theory]
    [InlineData("XGROUP", "DESTROY", "s", "g")]
    [InlineData("DEL", "s")]
    public async Task GroupThatIsNotOrEnds_IsTheStatus(params string[] command)
    {
        using ConsumeCall call = await ConsumeAsync("c", credit: 1);
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 1);
        _resp.Call(command);
        await FailsAsync(StatusCode.NotFound, "NO_GROUP", call);
        using ConsumeCall late = _client.ConsumeGroup(cancellationToken: Token);
        await late.RequestStream.WriteAsync(Start("c", 1), Token);
        await FailsAsync(StatusCode.NotFound, "NO_GROUP", late);
    }

    public static TheoryData<ConsumeGroupRequest> BadRequests =>
    [
        new ConsumeGroupRequest(),
        new ConsumeGroupRequest { Start = new() { Credit = 1 } },
        new ConsumeGroupRequest { Acknowledge = new() },
        new ConsumeGroupRequest { Acknowledge = new() { Ids = { "1-0", "nope" } } },
        new ConsumeGroupRequest { AddCredit = 0 },
        new ConsumeGroupRequest { AddCredit = int.MaxValue },
    ];

    [Theory, MemberData(nameof(BadRequests))]
    public async Task BadRequest_EndsTheCall_AndDoesNothing(ConsumeGroupRequest request)
    {
        Add(1);
        using ConsumeCall call = await ConsumeAsync("c", credit: 2);
        await DeliveriesAsync(call, 1);
        await call.RequestStream.WriteAsync(request, Token);
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT", call);
        Assert.Equal(1, PendingCount());
        Assert.Equal(0, Engine.Waits.Count);
    }

    [Fact]
    public async Task ClientGoes_LeavesNothing()
    {
        for (int i = 0; i < 20; i++)
        {
            using ConsumeCall call = await ConsumeAsync($"c{i}", credit: 1);
        }
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 0);
    }

    [Fact]
    public async Task ServerStops_EndsAtOnceAsUnavailable()
    {
        using ConsumeCall call = await ConsumeAsync("c", credit: 1);
        _server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await FailsAsync(StatusCode.Unavailable, "SHUTTING_DOWN", call);
    }

    private void Add(params int[] ids)
    {
        foreach (int id in ids)
            Assert.Equal($"{id}-0", _resp.Call("XADD", "s", $"{id}-0", "f", "v"));
    }

    private long PendingCount()
    {
        using RespClient resp = _server.ConnectResp();
        return (long)((object?[])resp.Call("XPENDING", "s", "g")!)[0]!;
    }

    private async Task<ConsumeCall> ConsumeAsync(string consumer, int credit, bool redeliver = false)
    {
        ConsumeCall call = _client.ConsumeGroup(cancellationToken: Token);
        await call.RequestStream.WriteAsync(Start(consumer, credit, redeliver), Token);
        Assert.NotNull((await NextAsync(call)).Started);
        return call;
    }

    private static ConsumeGroupRequest Start(string consumer, int credit, bool redeliver = false) => new()
    {
        Start = new()
        {
            Key = Text("s"),
            Group = Text("g"),
            Consumer = Text(consumer),
            Credit = credit,
            RedeliverPending = redeliver,
        },
    };

    private static Task AcknowledgeAsync(ConsumeCall call, params string[] ids) =>
        call.RequestStream.WriteAsync(new() { Acknowledge = new() { Ids = { ids } } }, Token);

    private static async Task<List<string>> DeliveriesAsync(ConsumeCall call, int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
            ids.AddRange((await NextAsync(call)).Deliveries.Entries.Select(entry => entry.Id));
        return ids;
    }

    // A heartbeat means that nothing else was sent for a time.
    private static async Task SilenceAsync(ConsumeCall call)
    {
        Assert.True(await call.ResponseStream.MoveNext(Token));
        Assert.NotNull(call.ResponseStream.Current.Heartbeat);
    }

    private static async Task FailsAsync(StatusCode code, string reason, ConsumeCall call) =>
        Check(code, reason, await Assert.ThrowsAsync<RpcException>(() => NextAsync(call)));

    private static async Task<ConsumeGroupResponse> NextAsync(ConsumeCall call)
    {
        do
            Assert.True(await call.ResponseStream.MoveNext(Token));
        while (call.ResponseStream.Current.Heartbeat is not null);
        return call.ResponseStream.Current;
    }
}
