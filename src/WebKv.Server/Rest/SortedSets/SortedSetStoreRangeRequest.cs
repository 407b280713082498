using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>A range to be stored: exactly one kind.</summary>
/// <param name="From">The sorted set to read.</param>
/// <param name="StoreInto">Where the range goes.</param>
/// <param name="Ranks">A range of positions.</param>
/// <param name="Scores">A range of scores.</param>
/// <param name="Members">A range of members.</param>
/// <param name="Reverse">Count positions, offset and limit from the highest score.</param>
/// <param name="Offset">Members left out at the beginning of a range of scores or members.</param>
/// <param name="Limit">How many members of a range of scores or members at most.</param>
internal sealed record SortedSetStoreRangeRequest(
    BinaryValue? From,
    BinaryValue? StoreInto,
    RankRange? Ranks,
    ScoreRange? Scores,
    MemberRange? Members,
    bool? Reverse,
    long? Offset,
    long? Limit);
