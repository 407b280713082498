using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>A range of members by their bytes, for sets whose scores are all equal; without an end it is open
/// there.</summary>
/// <param name="Min">The first member.</param>
/// <param name="MinExclusive">Leave out this member.</param>
/// <param name="Max">The last member.</param>
/// <param name="MaxExclusive">Leave out this member.</param>
internal sealed record MemberRange(BinaryValue? Min, bool? MinExclusive, BinaryValue? Max, bool? MaxExclusive);
