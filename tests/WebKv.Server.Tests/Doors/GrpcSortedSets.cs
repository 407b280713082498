using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Sorted sets over gRPC.</summary>
public sealed class GrpcSortedSets(SortedSetService.SortedSetServiceClient client, GrpcPeer peer) : ISortedSetDoor
{
    public async Task<(long Added, long Changed)> AddAsync(string key, string mode, params Scored[] entries)
    {
        var request = new AddSortedSetEntriesRequest
        {
            Key = Bytes(key),
            Entries = { entries.Select(ToMessage) },
            Condition = ConditionOf(mode),
        };
        AddSortedSetEntriesResponse answer = await AnswerAsync(client.AddSortedSetEntriesAsync(request, peer.Options));
        return (answer.Added, answer.Changed);
    }

    public async Task<bool> PutAsync(string key, string member, double score) =>
        (await AddAsync(key, "", new Scored(member, score))).Added == 1;

    public async Task<double?> IncrementAsync(string key, string mode, string member, double by)
    {
        var request = new IncrementSortedSetScoreRequest
        {
            Key = Bytes(key),
            Member = Bytes(member),
            Increment = by,
            Condition = ConditionOf(mode),
        };
        IncrementSortedSetScoreResponse answer =
            await AnswerAsync(client.IncrementSortedSetScoreAsync(request, peer.Options));
        return answer.HasScore ? answer.Score : null;
    }

    public async Task<long> RemoveAsync(string key, params string[] members)
    {
        var request = new RemoveSortedSetMembersRequest { Key = Bytes(key), Members = { Many(members) } };
        return (await AnswerAsync(client.RemoveSortedSetMembersAsync(request, peer.Options))).Removed;
    }

    public async Task<bool> TakeOutAsync(string key, string member) => await RemoveAsync(key, member) == 1;

    public async Task<long> CountAsync(string key)
    {
        var request = new GetSortedSetCardinalityRequest { Key = Bytes(key) };
        GetSortedSetCardinalityResponse answer =
            await AnswerAsync(client.GetSortedSetCardinalityAsync(request, peer.Options));
        Assert.Equal(answer.Cardinality > 0, answer.Version.Etag.Length > 0);
        return answer.Cardinality;
    }

    public async Task<double?[]> ScoresAsync(string key, params string[] members)
    {
        var request = new GetSortedSetScoresRequest { Key = Bytes(key), Members = { Many(members) } };
        GetSortedSetScoresResponse answer = await AnswerAsync(client.GetSortedSetScoresAsync(request, peer.Options));
        return [.. answer.Scores.Select(score => score.HasScore ? score.Score : (double?)null)];
    }

    public async Task<(long Rank, long ReverseRank, double Score)?> RankAsync(string key, string member)
    {
        var request = new GetSortedSetRankRequest { Key = Bytes(key), Member = Bytes(member) };
        GetSortedSetRankResponse answer = await AnswerAsync(client.GetSortedSetRankAsync(request, peer.Options));
        return answer.HasRank ? (answer.Rank, answer.ReverseRank, answer.Score) : null;
    }

    public async Task<Scored[]> RangeAsync(string key, SortedSetPart part)
    {
        var request = new RangeSortedSetRequest
        {
            Key = Bytes(key),
            Range = RangeOf(part),
            Reverse = part.Reverse,
            Offset = part.Offset,
        };
        if (part.Limit is { } limit)
            request.Limit = limit;
        return Entries((await AnswerAsync(client.RangeSortedSetAsync(request, peer.Options))).Entries);
    }

    public async Task<long> CountRangeAsync(string key, SortedSetPart part)
    {
        var request = new CountSortedSetRequest { Key = Bytes(key), Range = RangeOf(part) };
        return (await AnswerAsync(client.CountSortedSetAsync(request, peer.Options))).Count;
    }

    public async Task<long> RemoveRangeAsync(string key, SortedSetPart part)
    {
        var request = new RemoveSortedSetRangeRequest { Key = Bytes(key), Range = RangeOf(part) };
        return (await AnswerAsync(client.RemoveSortedSetRangeAsync(request, peer.Options))).Removed;
    }

    public async Task<long> StoreRangeAsync(string key, string destination, SortedSetPart part)
    {
        var request = new StoreSortedSetRangeRequest
        {
            Key = Bytes(key),
            Destination = Bytes(destination),
            Range = RangeOf(part),
            Reverse = part.Reverse,
            Offset = part.Offset,
        };
        if (part.Limit is { } limit)
            request.Limit = limit;
        return (await AnswerAsync(client.StoreSortedSetRangeAsync(request, peer.Options))).Count;
    }

    public async Task<Scored[]> PopAsync(string key, bool highest, long count) =>
        (await PopFirstAsync([key], highest, count))?.Entries ?? [];

    public async Task<(string Key, Scored[] Entries)?> PopFirstAsync(string[] keys, bool highest, long count)
    {
        var request = new PopSortedSetRequest
        {
            Keys = { Many(keys) },
            End = highest ? SortedSetEnd.Max : SortedSetEnd.Min,
            Count = count,
        };
        PopSortedSetResponse answer = await AnswerAsync(client.PopSortedSetAsync(request, peer.Options));
        return answer.HasKey ? (Text(answer.Key), Entries(answer.Entries)) : null;
    }

    public async Task<Scored[]> RandomAsync(string key, long count)
    {
        var request = new GetRandomSortedSetEntriesRequest { Key = Bytes(key), Count = count };
        return Entries((await AnswerAsync(client.GetRandomSortedSetEntriesAsync(request, peer.Options))).Entries);
    }

    public async Task<Scored[]> ScanAsync(string key, string match, int pageSize)
    {
        var entries = new List<Scored>();
        var request = new ScanSortedSetRequest { Key = Bytes(key), Match = Bytes(match), PageSize = pageSize };
        do
        {
            ScanSortedSetResponse page = await AnswerAsync(client.ScanSortedSetAsync(request, peer.Options));
            entries.AddRange(Entries(page.Entries));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return [.. entries];
    }

    public async Task<Scored[]> CombineAsync(
        string operation, string[] keys, double[]? weights = null, string? aggregate = null)
    {
        var request = new CombineSortedSetsRequest
        {
            Operation = OperationOf(operation),
            Keys = { Many(keys) },
            Weights = { weights ?? [] },
            Aggregate = AggregateOf(aggregate),
        };
        CombineSortedSetsResponse answer = await AnswerAsync(client.CombineSortedSetsAsync(request, peer.Options));
        Assert.Equal(answer.Entries.Count, answer.Count);
        return Entries(answer.Entries);
    }

    public async Task<long> CountIntersectionAsync(long limit, params string[] keys)
    {
        var request = new CombineSortedSetsRequest
        {
            Operation = SortedSetOperation.Intersection,
            Keys = { Many(keys) },
            CountOnly = true,
            Limit = limit,
        };
        CombineSortedSetsResponse answer = await AnswerAsync(client.CombineSortedSetsAsync(request, peer.Options));
        Assert.Empty(answer.Entries);
        return answer.Count;
    }

    public async Task<long> StoreAsync(
        string operation, string destination, string[] keys, double[]? weights = null, string? aggregate = null)
    {
        var request = new StoreCombinedSortedSetsRequest
        {
            Operation = OperationOf(operation),
            Destination = Bytes(destination),
            Keys = { Many(keys) },
            Weights = { weights ?? [] },
            Aggregate = AggregateOf(aggregate),
        };
        return (await AnswerAsync(client.StoreCombinedSortedSetsAsync(request, peer.Options))).Count;
    }

    private static ScoredMember ToMessage(Scored entry) =>
        new() { Member = Bytes(entry.Member), Score = entry.Score };

    private static Scored[] Entries(IEnumerable<ScoredMember> entries) =>
        [.. entries.Select(entry => new Scored(Text(entry.Member), entry.Score))];

    private static SortedSetRange RangeOf(SortedSetPart part) => part.By switch
    {
        "rank" => new SortedSetRange { Ranks = new() { Start = long.Parse(part.Low), Stop = long.Parse(part.High) } },
        "score" => new SortedSetRange
        {
            Scores = new()
            {
                Min = new ScoreBound { Value = part.LowScore!.Value, Exclusive = part.LowExclusive },
                Max = new ScoreBound { Value = part.HighScore!.Value, Exclusive = part.HighExclusive },
            },
        },
        _ => new SortedSetRange
        {
            Members = new()
            {
                Min = Bound(part.LowValue, part.LowExclusive),
                Max = Bound(part.HighValue, part.HighExclusive),
            },
        },
    };

    private static MemberBound? Bound(string? member, bool exclusive) =>
        member is null ? null : new MemberBound { Value = Bytes(member), Exclusive = exclusive };

    private static ScoreCondition ConditionOf(string mode) =>
        mode.Length == 0 ? ScoreCondition.Unspecified : Enum.Parse<ScoreCondition>(mode, ignoreCase: true);

    private static SortedSetOperation OperationOf(string operation) =>
        Enum.Parse<SortedSetOperation>(operation, ignoreCase: true);

    private static ScoreAggregate AggregateOf(string? aggregate) =>
        aggregate is null ? ScoreAggregate.Unspecified : Enum.Parse<ScoreAggregate>(aggregate, ignoreCase: true);
}
