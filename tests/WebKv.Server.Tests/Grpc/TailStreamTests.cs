using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WebKv.Engine.Execution;
using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class TailStreamTests : IAsyncLifetime
{
    private readonly KvServer _server = new(("WebKv:Limits:HeartbeatMs", "50"));
    private readonly RespClient _resp;
    private readonly GrpcChannel _channel;
    private readonly StreamService.StreamServiceClient _client;

    public TailStreamTests()
    {
        _resp = _server.ConnectResp();
        _channel = GrpcChannel.ForAddress(_server.GrpcUri);
        _client = new StreamService.StreamServiceClient(_channel);
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
    public async Task Tail_Default_BeginsWithTheNextEntry()
    {
        Add(1, 2);
        using var call = Tail(new());
        Assert.Equal("2-0", (await NextAsync(call)).Started.After);
        Add(3);
        StreamEntry entry = Assert.Single((await NextAsync(call)).Entries.Entries);
        Assert.Equal(("3-0", "f", "v"), (entry.Id, entry.Fields[0].Field.ToStringUtf8(),
            entry.Fields[0].Value.ToStringUtf8()));
    }

    [Fact]
    public async Task Tail_Resumed_GoesOnExactlyThere_OrTellsTheGap()
    {
        Add(1, 2, 3, 4, 5);
        using (var call = Tail(new() { ResumeAfter = "2-0" }))
        {
            Assert.Equal("2-0", (await NextAsync(call)).Started.After);
            Assert.Equal(["3-0", "4-0", "5-0"], await EntriesAsync(call, 3));
        }
        _resp.Call("XTRIM", "s", "MAXLEN", "1");
        using (var call = Tail(new() { ResumeAfter = "2-0" }))
        {
            await NextAsync(call);
            StreamGap gap = (await NextAsync(call)).Gap;
            Assert.Equal((StreamGap.Types.Reason.Trimmed, "4-0"), (gap.Reason, gap.After));
            Assert.Equal(["5-0"], await EntriesAsync(call, 1));
        }
        using (var call = Tail(new() { ResumeAfter = "9-0" }))
        {
            await NextAsync(call);
            Assert.Equal(StreamGap.Types.Reason.Reset, (await NextAsync(call)).Gap.Reason);
            Assert.Equal(["5-0"], await EntriesAsync(call, 1));
        }
        using (var call = Tail(new() { After = "0" }))
        {
            Assert.Equal("4-0", (await NextAsync(call)).Started.After);
            Assert.Equal(["5-0"], await EntriesAsync(call, 1));
        }
    }

    [Fact]
    public async Task Tail_ManyEntries_ComeInBatchesWithinTheLimit()
    {
        const int Entries = 2000;
        Add([.. Enumerable.Range(1, Entries)]);
        var headers = new Metadata { { "webkv-max-reply-bytes", "2000" } };
        using var call = _client.TailStream(new() { Key = Text("s"), After = "0" }, headers, cancellationToken: Token);
        var seen = new List<string>();
        int responses = 0;
        while (seen.Count < Entries)
        {
            TailStreamResponse response = await NextAsync(call);
            Assert.True(response.CalculateSize() <= 2000);
            responses++;
            seen.AddRange(response.Entries?.Entries.Select(entry => entry.Id) ?? []);
        }
        Assert.Equal(Enumerable.Range(1, Entries).Select(i => $"{i}-0"), seen);
        Assert.True(responses < Entries / 10);
    }

    [Fact]
    public async Task Tail_EntryBeyondTheResponse_IsAGapOfOne()
    {
        Add(1);
        _resp.Call("XADD", "s", "2-0", "f", new string('x', 5_000_000));
        Add(3);
        using var call = Tail(new() { After = "0" });
        await NextAsync(call);
        Assert.Equal(["1-0"], await EntriesAsync(call, 1));
        StreamGap gap = (await NextAsync(call)).Gap;
        Assert.Equal((StreamGap.Types.Reason.TooLarge, "2-0"), (gap.Reason, gap.After));
        Assert.Equal(["3-0"], await EntriesAsync(call, 1));
    }

    [Fact]
    public async Task Tail_Silent_HasHeartbeats()
    {
        Add(1);
        using var call = _client.TailStream(new() { Key = Text("s") }, cancellationToken: Token);
        Assert.True(await call.ResponseStream.MoveNext(Token));
        Assert.True(await call.ResponseStream.MoveNext(Token));
        Assert.NotNull(call.ResponseStream.Current.Heartbeat);
    }

    [Theory]
    [InlineData(StatusCode.NotFound, "KEY_NOT_FOUND", "DEL", "s")]
    [InlineData(StatusCode.FailedPrecondition, "WRONG_TYPE", "SET", "s", "v")]
    public async Task StreamThatIsNotOrEnds_IsTheStatus(StatusCode status, string reason, params string[] command)
    {
        Add(1);
        using var call = Tail(new());
        await NextAsync(call);
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 1);
        _resp.Call(command);
        Check(status, reason, await Assert.ThrowsAsync<RpcException>(() => NextAsync(call)));
        using var late = Tail(new());
        Check(status, reason, await Assert.ThrowsAsync<RpcException>(() => NextAsync(late)));
        Assert.Equal(0, Engine.Waits.Count);
    }

    [Fact]
    public async Task ClientGoes_LeavesNothing()
    {
        Add(1);
        for (int i = 0; i < 20; i++)
        {
            using var call = Tail(new());
            await NextAsync(call);
        }
        await Eventually.HoldsAsync(() => Engine.Waits.Count == 0);
    }

    [Fact]
    public async Task ServerStops_EndsAtOnceAsUnavailable()
    {
        Add(1);
        using var call = Tail(new());
        await NextAsync(call);
        _server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Check(StatusCode.Unavailable, "SHUTTING_DOWN", await Assert.ThrowsAsync<RpcException>(() => NextAsync(call)));
    }

    private void Add(params int[] ids)
    {
        foreach (int id in ids)
            Assert.Equal($"{id}-0", _resp.Call("XADD", "s", $"{id}-0", "f", "v"));
    }

    private AsyncServerStreamingCall<TailStreamResponse> Tail(TailStreamRequest request)
    {
        request.Key = Text("s");
        return _client.TailStream(request, cancellationToken: Token);
    }

    private static async Task<List<string>> EntriesAsync(AsyncServerStreamingCall<TailStreamResponse> call, int count)
    {
        var ids = new List<string>();
        while (ids.Count < count)
            ids.AddRange((await NextAsync(call)).Entries.Entries.Select(entry => entry.Id));
        return ids;
    }

    private static async Task<TailStreamResponse> NextAsync(AsyncServerStreamingCall<TailStreamResponse> call)
    {
        do
            Assert.True(await call.ResponseStream.MoveNext(Token));
        while (call.ResponseStream.Current.Heartbeat is not null);
        return call.ResponseStream.Current;
    }
}
