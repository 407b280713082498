namespace WebKv.Server.Rest.Sets;

/// <summary>For each member of the request, in its order, whether the set has it.</summary>
internal sealed record SetContainsResult(IReadOnlyList<bool> Contains);
