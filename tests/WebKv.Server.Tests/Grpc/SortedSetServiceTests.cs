using Google.Protobuf;
using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

/// <summary>What is particular to SortedSetService; the rest are the cases of all doors.</summary>
public sealed class SortedSetServiceTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    private readonly SortedSetService.SortedSetServiceClient _client = new(grpc.Channel);

    [Fact]
    public async Task NaN_InAnyPlace_IsRefused()
    {
        ByteString key = NewKey();
        await RefusesAsync("entries", _client.AddSortedSetEntriesAsync(
            new() { Key = key, Entries = { Entry("a", 1), Entry("b", double.NaN) } }, cancellationToken: Token));
        await RefusesAsync("increment", _client.IncrementSortedSetScoreAsync(
            new() { Key = key, Member = Text("a"), Increment = double.NaN }, cancellationToken: Token));
        await RefusesAsync("range.scores", _client.CountSortedSetAsync(
            new() { Key = key, Range = Scores(0, double.NaN) }, cancellationToken: Token));
        await RefusesAsync("weights", _client.CombineSortedSetsAsync(
            new() { Operation = SortedSetOperation.Union, Keys = { key }, Weights = { double.NaN } },
            cancellationToken: Token));
        GetSortedSetCardinalityResponse count =
            await _client.GetSortedSetCardinalityAsync(new() { Key = key }, cancellationToken: Token);
        Assert.Equal(0, count.Cardinality);
    }

    [Fact]
    public async Task Requests_ThatSayTooLittleOrTooMuch_AreRefused()
    {
        ByteString key = NewKey();
        await RefusesAsync("entries", _client.AddSortedSetEntriesAsync(new() { Key = key }, cancellationToken: Token));
        await RefusesAsync("range", _client.RangeSortedSetAsync(new() { Key = key }, cancellationToken: Token));
        await RefusesAsync("range.kind", _client.RemoveSortedSetRangeAsync(
            new() { Key = key, Range = new SortedSetRange() }, cancellationToken: Token));
        await RefusesAsync("range", _client.CountSortedSetAsync(
            new() { Key = key, Range = new SortedSetRange { Ranks = new() } }, cancellationToken: Token));
        await RefusesAsync("range", _client.RangeSortedSetAsync(
            new() { Key = key, Range = new SortedSetRange { Ranks = new() }, Limit = 1 }, cancellationToken: Token));
        await RefusesAsync("limit", _client.RangeSortedSetAsync(
            new() { Key = key, Range = Scores(0, 1), Limit = 0 }, cancellationToken: Token));
        await RefusesAsync("end", _client.PopSortedSetAsync(new() { Keys = { key } }, cancellationToken: Token));
        await RefusesAsync("keys", _client.PopSortedSetAsync(
            new() { End = SortedSetEnd.Max }, cancellationToken: Token));
        await RefusesAsync("operation", _client.CombineSortedSetsAsync(
            new() { Keys = { key } }, cancellationToken: Token));
        await RefusesAsync("weights", _client.StoreCombinedSortedSetsAsync(
            new() { Operation = SortedSetOperation.Difference, Keys = { key }, Weights = { 1 }, Destination = key },
            cancellationToken: Token));
        await RefusesAsync("aggregate", _client.CombineSortedSetsAsync(
            new()
            {
                Operation = SortedSetOperation.Difference,
                Keys = { key },
                Aggregate = ScoreAggregate.Max,
            },
            cancellationToken: Token));
    }

    [Fact]
    public async Task Transaction_OfTypedSteps_IsOneStep()
    {
        ByteString key = NewKey(), to = NewKey();
        var request = new ExecuteTransactionRequest
        {
            Operations =
            {
                new Operation
                {
                    AddSortedSetEntries = new()
                    {
                        Key = key,
                        Entries = { Entry("a", 1), Entry("b", 2), Entry("c", 3) },
                    },
                },
                new Operation { IncrementSortedSetScore = new() { Key = key, Member = Text("a"), Increment = 9 } },
                new Operation { PopSortedSet = new() { Keys = { key }, End = SortedSetEnd.Max } },
                new Operation { StoreSortedSetRange = new() { Key = key, Destination = to, Range = Scores(3, 9) } },
                new Operation { RemoveSortedSetMembers = new() { Key = key, Members = { Text("b") } } },
                new Operation { RemoveSortedSetRange = new() { Key = key, Range = Scores(0, 9) } },
                new Operation
                {
                    StoreCombinedSortedSets = new()
                    {
                        Operation = SortedSetOperation.Union,
                        Keys = { to, to },
                        Destination = key,
                    },
                },
            },
        };
        ExecuteTransactionResponse response =
            await grpc.Transactions.ExecuteTransactionAsync(request, cancellationToken: Token);
        Assert.True(response.Committed);
        Assert.All(response.Results, result => Assert.Null(result.Error));
        Assert.Equal(10, response.Results[1].IncrementSortedSetScore.Score);
        Assert.Equal(Text("a"), Assert.Single(response.Results[2].PopSortedSet.Entries).Member);
        Assert.Equal(1, response.Results[5].RemoveSortedSetRange.Removed);
        RangeSortedSetResponse range = await _client.RangeSortedSetAsync(
            new() { Key = key, Range = new SortedSetRange { Ranks = new() } }, cancellationToken: Token);
        Assert.Equal([Entry("c", 6)], range.Entries);
    }

    private static async Task RefusesAsync<T>(string field, AsyncUnaryCall<T> call)
    {
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT", call);
        Assert.Contains(field, ViolationsOf(status));
    }

    private static ScoredMember Entry(string member, double score) => new() { Member = Text(member), Score = score };

    private static SortedSetRange Scores(double min, double max) => new()
    {
        Scores = new() { Min = new ScoreBound { Value = min }, Max = new ScoreBound { Value = max } },
    };
}
