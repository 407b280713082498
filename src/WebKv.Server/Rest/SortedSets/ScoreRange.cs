using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>A range of scores; without an end it is open there.</summary>
/// <param name="Min">The lowest score.</param>
/// <param name="MinExclusive">Leave out members with just this score.</param>
/// <param name="Max">The highest score.</param>
/// <param name="MaxExclusive">Leave out members with just this score.</param>
internal sealed record ScoreRange(JsonDouble? Min, bool? MinExclusive, JsonDouble? Max, bool? MaxExclusive);
