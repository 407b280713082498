using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.SortedSets;

/// <summary>Sorted sets to combine; plain sets may be among them, with the score 1.</summary>
/// <param name="Op">union, intersection or difference.</param>
/// <param name="Keys">The sorted sets.</param>
/// <param name="Weights">What the scores of each are multiplied by; 1 if it is not said.</param>
/// <param name="Aggregate">What becomes of the scores of a member of several: sum, min or max; sum if it is not
/// said.</param>
/// <param name="StoreInto">Where the result goes; null to read it.</param>
/// <param name="CountOnly">Only say how many members an intersection has.</param>
/// <param name="Limit">Where counting ends; 0 for no limit.</param>
internal sealed record SortedSetCombineRequest(
    string? Op,
    IReadOnlyList<BinaryValue?>? Keys,
    IReadOnlyList<JsonDouble>? Weights,
    string? Aggregate,
    BinaryValue? StoreInto,
    bool? CountOnly,
    long? Limit);
