namespace WebKv.Server.Rest.SortedSets;

/// <summary>What to remove: exactly one kind of range.</summary>
internal sealed record SortedSetRemoveRangeRequest(RankRange? Ranks, ScoreRange? Scores, MemberRange? Members);
