using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.SortedSets;

/// <summary>The methods of SortedSetService on the members of sorted sets; requests have passed validation.</summary>
internal static class SortedSetOperations
{
    public static Error? AddSortedSetEntries(
        OperationScope scope, AddSortedSetEntriesRequest request, out AddSortedSetEntriesResponse response)
    {
        response = new AddSortedSetEntriesResponse();
        scope.StateKey = request.Key;
        var scores = new double[request.Entries.Count];
        using var line = new CommandLine();
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = request.Entries[i].Score;
            line.Add(request.Entries[i].Member.Span);
        }
        var command = new ZAdd
        {
            Key = Key.Of(request.Key.Span),
            Pairs = new ScoredPairs(scores, line.Arguments),
            Conditions = ConditionsOf(request.Condition),
        };
        if (scope.Execute(command, out ZAddReply reply) is { } error)
            return error;
        response.Added = reply.Added;
        response.Changed = reply.Changed;
        response.Version = scope.Version();
        return null;
    }

    public static Error? RemoveSortedSetMembers(
        OperationScope scope, RemoveSortedSetMembersRequest request, out RemoveSortedSetMembersResponse response)
    {
        response = new RemoveSortedSetMembersResponse();
        scope.StateKey = request.Key;
        using CommandLine members = CommandLines.Of(request.Members);
        var command = new ZRem { Key = Key.Of(request.Key.Span), Members = members.AsValues() };
        if (scope.Execute(command, out IntegerReply removed) is { } error)
            return error;
        response.Removed = removed.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? IncrementSortedSetScore(
        OperationScope scope, IncrementSortedSetScoreRequest request, out IncrementSortedSetScoreResponse response)
    {
        response = new IncrementSortedSetScoreResponse();
        scope.StateKey = request.Key;
        using CommandLine line = new CommandLine().Add(request.Member.Span);
        var command = new ZAdd
        {
            Key = Key.Of(request.Key.Span),
            Pairs = new ScoredPairs([request.Increment], line.Arguments),
            Conditions = ConditionsOf(request.Condition),
            Increments = true,
        };
        if (scope.Execute(command, out ZAddReply reply) is { } error)
            return error;
        if (reply.Score is { } score)
            response.Score = score;
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetSortedSetCardinality(
        OperationScope scope, GetSortedSetCardinalityRequest request, out GetSortedSetCardinalityResponse response)
    {
        response = new GetSortedSetCardinalityResponse();
        scope.StateKey = request.Key;
        if (scope.Execute(new ZCard { Key = Key.Of(request.Key.Span) }, out IntegerReply count) is { } error)
            return error;
        response.Cardinality = count.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetSortedSetScores(
        OperationScope scope, GetSortedSetScoresRequest request, out GetSortedSetScoresResponse response)
    {
        response = new GetSortedSetScoresResponse();
        using CommandLine members = CommandLines.Of(request.Members);
        var command = new ZMScore { Key = Key.Of(request.Key.Span), Members = members.AsValues() };
        if (scope.Execute(command, out ScoresReply scores) is { } error)
            return error;
        for (int i = 0; i < scores.Count; i++)
            response.Scores.Add(scores[i] is { } score ? new OptionalScore { Score = score } : new OptionalScore());
        return null;
    }

    public static Error? GetSortedSetRank(
        OperationScope scope, GetSortedSetRankRequest request, out GetSortedSetRankResponse response)
    {
        response = new GetSortedSetRankResponse();
        var command = new ZRank { Key = Key.Of(request.Key.Span), Member = request.Member.Span, WithScore = true };
        Error? error = scope.Execute(command, out RankReply found);
        if (error is not null || found.IsNull)
            return error;
        response.Rank = found.Rank;
        response.ReverseRank = found.RankFromOtherEnd;
        response.Score = found.Score;
        return null;
    }

    public static Error? PopSortedSet(
        OperationScope scope, PopSortedSetRequest request, out PopSortedSetResponse response)
    {
        response = new PopSortedSetResponse();
        using CommandLine keys = CommandLines.Of(request.Keys);
        var command = new ZMPop
        {
            Keys = keys.AsKeys(),
            Highest = request.End == SortedSetEnd.Max,
            Count = request.HasCount ? request.Count : 1,
        };
        if (scope.Execute(command, out MultiPopReply popped) is { } error)
            return error;
        response.Version = scope.VersionWithoutEtag();
        if (popped.IsNull)
            return null;
        response.Key = ByteString.CopyFrom(popped.Key);
        return ScoredMembers.Copy(scope, popped.Taken, response.Entries);
    }

    public static Error? BlockingPopSortedSet(
        OperationScope scope, BlockingPopSortedSetRequest request, out BlockingPopSortedSetResponse response)
    {
        response = new BlockingPopSortedSetResponse();
        using CommandLine keys = CommandLines.Of(request.Keys);
        var command = new BZMPop
        {
            Keys = keys.AsKeys(),
            Highest = request.End == SortedSetEnd.Max,
            Count = request.HasCount ? request.Count : 1,
            TimeoutMs = scope.WaitMs,
        };
        if (scope.Execute(command, out MultiPopReply popped) is { } error)
            return error;
        response.Version = scope.VersionWithoutEtag();
        if (popped.IsNull)
            return null;
        response.Key = ByteString.CopyFrom(popped.Key);
        return ScoredMembers.Copy(scope, popped.Taken, response.Entries);
    }

    public static Error? GetRandomSortedSetEntries(
        OperationScope scope, GetRandomSortedSetEntriesRequest request, out GetRandomSortedSetEntriesResponse response)
    {
        response = new GetRandomSortedSetEntriesResponse();
        var command = new ZRandMember
        {
            Key = Key.Of(request.Key.Span),
            Count = request.HasCount ? request.Count : 1,
            WithScores = true,
        };
        return scope.Execute(command, out RandomMembersReply reply)
            ?? ScoredMembers.Copy(scope, reply.Drawn.Scored, response.Entries);
    }

    private static ScoreConditions ConditionsOf(ScoreCondition condition) => condition switch
    {
        ScoreCondition.IfAbsent => ScoreConditions.IfAbsent,
        ScoreCondition.IfPresent => ScoreConditions.IfPresent,
        ScoreCondition.IfGreater => ScoreConditions.IfGreater,
        ScoreCondition.IfLess => ScoreConditions.IfLess,
        ScoreCondition.IfPresentAndGreater => ScoreConditions.IfPresent | ScoreConditions.IfGreater,
        ScoreCondition.IfPresentAndLess => ScoreConditions.IfPresent | ScoreConditions.IfLess,
        _ => ScoreConditions.None,
    };
}
