namespace WebKv.Server.Rest.Strings;

/// <summary>Strings to write as one unit.</summary>
/// <param name="Items">The keys and values; of a key that comes twice, the last value stays.</param>
/// <param name="Condition">"allAbsent": write only if none of the keys exists.</param>
internal sealed record BatchSetRequest(IReadOnlyList<BatchSetItem?>? Items, string? Condition);
