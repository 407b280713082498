using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Sets;

/// <summary>Sets to combine.</summary>
/// <param name="Op">union, intersection or difference.</param>
/// <param name="Keys">The sets.</param>
/// <param name="StoreInto">Where the result goes; null to read it.</param>
/// <param name="CountOnly">Only say how many members the result has.</param>
/// <param name="Limit">Where counting ends; 0 for no limit.</param>
internal sealed record SetCombineRequest(
    string? Op, IReadOnlyList<BinaryValue?>? Keys, BinaryValue? StoreInto, bool? CountOnly, long? Limit);
