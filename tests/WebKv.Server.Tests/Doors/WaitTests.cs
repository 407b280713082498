using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using WebKv.Engine.Execution;
using WebKv.Server.Tests.Hosting;
using WebKv.Server.Tests.Rest;
using WebKv.V1;

namespace WebKv.Server.Tests.Doors;

/// <summary>Calls that do wait: what comes meanwhile, from whichever door, and how they end without it.</summary>
public sealed class WaitTests : IAsyncLifetime
{
    private const int LongMs = 60_000;

    private readonly DoorFixture _doors = new();

    public static TheoryData<string> DoorNames => [.. Door.Names];

    private KvEngine Engine => _doors.Server.Services.GetRequiredService<KvEngine>();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _doors.DisposeAsync();

    [Theory, MemberData(nameof(DoorNames))]
    public async Task List_ThatComes_IsGiven(string name)
    {
        Task<(string, string)?> many = _doors.Open(name).Waits.PopListAsync(["other", "k"], LongMs);
        await WaitingAsync(1);
        Task<string?> one = _doors.Open(name).Waits.PopListAsync("k", LongMs);
        await WaitingAsync(2);
        Door giver = _doors.Open(Door.Resp);
        await giver.Lists.PushAsync("k", "right", false, "1");
        Assert.Equal(("k", "1"), await many);
        Assert.False(one.IsCompleted);
        await giver.Lists.PushAsync("k", "right", false, "2");
        Assert.Equal("2", await one);
        Assert.Equal(0, Engine.Waits.Count);
    }

    [Theory, MemberData(nameof(DoorNames))]
    public async Task Move_FeedsThoseWhoWaitForItsDestination(string name)
    {
        Task<string?> move = _doors.Open(name).Waits.MoveAsync("source", "destination", LongMs);
        await WaitingAsync(1);
        Task<string?> pop = _doors.Open(name).Waits.PopListAsync("destination", LongMs);
        await WaitingAsync(2);
        await _doors.Open(Door.Rest).Lists.PushAsync("source", "right", false, "job");
        Assert.Equal("job", await move);
        Assert.Equal("job", await pop);
    }

    [Theory, MemberData(nameof(DoorNames))]
    public async Task SortedSet_ThatComes_IsGiven(string name)
    {
        Task<(string, Scored)?> many = _doors.Open(name).Waits.PopSortedSetAsync(["other", "k"], true, LongMs);
        await WaitingAsync(1);
        Task<Scored?> one = _doors.Open(name).Waits.PopSortedSetAsync("k", false, LongMs);
        await WaitingAsync(2);
        await _doors.Open(Door.Grpc).SortedSets.AddAsync("k", "", new("a", 1), new("b", 2));
        Assert.Equal(("k", new Scored("b", 2)), await many);
        Assert.Equal(new Scored("a", 1), await one);
    }

    [Theory, MemberData(nameof(DoorNames))]
    public async Task Stream_EntryThatComes_IsToldToAll(string name)
    {
        Door giver = _doors.Open(Door.Resp);
        await giver.Streams.AppendAsync("k", "1-1", ["f", "v"]);
        await giver.Streams.CreateGroupAsync("k", "g", "$");
        Task<string[]?> read = _doors.Open(name).Waits.ReadAsync("k", "$", LongMs);
        Task<string[]?> group = _doors.Open(name).Waits.ReadGroupAsync("k", "g", "c", LongMs);
        await WaitingAsync(2);
        await giver.Streams.AppendAsync("k", "2-1", ["f", "v"]);
        Assert.Equal(["2-1"], (await read)!);
        Assert.Equal(["2-1"], (await group)!);
    }

    [Theory, MemberData(nameof(DoorNames))]
    public async Task Group_ThatEnds_IsAnError(string name)
    {
        Door other = _doors.Open(Door.Resp);
        await other.Streams.AppendAsync("k", "1-1", ["f", "v"]);
        await other.Streams.CreateGroupAsync("k", "g", "$");
        Task<string[]?> group = _doors.Open(name).Waits.ReadGroupAsync("k", "g", "c", LongMs);
        await WaitingAsync(1);
        Assert.True(await other.Keys.DeleteAsync("k"));
        await DoorException.ExpectAsync("NO_GROUP", () => group);
    }

    [Fact]
    public async Task Rest_Preference_IsAppliedAndTold()
    {
        using var client = new RestClient(_doors.Server.HttpUri);
        Task<RestAnswer> pop = client.SendJson("POST /v1/lists/k/pop", "{}", "Prefer: respond-async, wait=100");
        await WaitingAsync(1);
        await _doors.Open(Door.Resp).Lists.PushAsync("k", "right", false, "v");
        RestAnswer answer = await pop;
        Assert.Equal(200, answer.Status);
        Assert.Equal("wait=60", answer.Headers["Preference-Applied"]);
        Assert.Equal("v", (string)answer.Json["values"]![0]!);
        RestAnswer unread = await client.SendJson("POST /v1/lists/k/pop", "{}", "Prefer: wait=soon");
        Assert.Equal(204, unread.Status);
        Assert.DoesNotContain("Preference-Applied", unread.Headers.Keys);
    }

    [Fact]
    public async Task Rest_Precondition_IsHeldAgainstEachAttempt()
    {
        using var client = new RestClient(_doors.Server.HttpUri);
        Task<RestAnswer> pop = client.SendJson("POST /v1/lists/k/pop", "{\"waitMs\":60000}", "If-None-Match: *");
        await WaitingAsync(1);
        await _doors.Open(Door.Resp).Lists.PushAsync("k", "right", false, "v");
        Assert.Equal(412, (await pop).Status);
        Assert.Equal(1, await _doors.Open(Door.Resp).Lists.LengthAsync("k"));
    }

    [Fact]
    public async Task Rest_ClientThatLeaves_TakesNothing()
    {
        using var leaves = new CancellationTokenSource();
        using var client = new HttpClient { BaseAddress = _doors.Server.HttpUri };
        using var body = new StringContent("{\"waitMs\":60000}", null, "application/json");
        Task<HttpResponseMessage> pop = client.PostAsync("/v1/lists/k/pop", body, leaves.Token);
        await WaitingAsync(1);
        await leaves.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pop);
        await NothingIsTakenAsync();
    }

    [Fact]
    public async Task Grpc_CallThatIsCancelled_TakesNothing()
    {
        using var leaves = new CancellationTokenSource();
        using GrpcChannel channel = GrpcChannel.ForAddress(_doors.Server.GrpcUri);
        Task pop = Pop(channel, null, leaves.Token);
        await WaitingAsync(1);
        await leaves.CancelAsync();
        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(() => pop)).StatusCode);
        await NothingIsTakenAsync();
    }

    // The answer of nothing comes ahead of the deadline, so the client hears it and not DEADLINE_EXCEEDED.
    [Fact]
    public async Task Grpc_Deadline_EndsTheWaitBefore()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(_doors.Server.GrpcUri);
        await Pop(channel, DateTime.UtcNow.AddSeconds(30), TestContext.Current.CancellationToken, waitMs: 1);
        BlockingPopListResponse response =
            await Pop(channel, DateTime.UtcNow.AddSeconds(2), TestContext.Current.CancellationToken);
        Assert.False(response.HasKey);
    }

    [Fact]
    public async Task Server_ThatStops_TellsThoseWhoWait()
    {
        using GrpcChannel channel = GrpcChannel.ForAddress(_doors.Server.GrpcUri);
        using var client = new RestClient(_doors.Server.HttpUri);
        Task<BlockingPopListResponse> grpc = Pop(channel, null, TestContext.Current.CancellationToken);
        Task<RestAnswer> rest = client.SendJson("POST /v1/lists/k/pop", "{\"waitMs\":60000}");
        await WaitingAsync(2);
        _doors.Server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(() => grpc)).StatusCode);
        Assert.Equal(503, (await rest).Status);
    }

    private static async Task<BlockingPopListResponse> Pop(
        GrpcChannel channel, DateTime? deadline, CancellationToken cancelled, int waitMs = LongMs)
    {
        var request = new BlockingPopListRequest
        {
            Keys = { GrpcPeer.Bytes("k") },
            Wait = Google.Protobuf.WellKnownTypes.Duration.FromTimeSpan(TimeSpan.FromMilliseconds(waitMs)),
        };
        return await new ListService.ListServiceClient(channel).BlockingPopListAsync(
            request, deadline: deadline, cancellationToken: cancelled);
    }

    private Task WaitingAsync(int calls) => Eventually.HoldsAsync(() => Engine.Waits.Count == calls);

    private async Task NothingIsTakenAsync()
    {
        await WaitingAsync(0);
        Assert.All(Engine.Shards, shard => Assert.True(shard.WaitLines.IsEmpty));
        await _doors.Open(Door.Resp).Lists.PushAsync("k", "right", false, "v");
        Assert.Equal(1, await _doors.Open(Door.Resp).Lists.LengthAsync("k"));
    }
}
