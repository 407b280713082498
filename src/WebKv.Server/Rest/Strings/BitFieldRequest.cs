namespace WebKv.Server.Rest.Strings;

/// <summary>What to do with integers inside a string, one after the other.</summary>
internal sealed record BitFieldRequest(IReadOnlyList<BitFieldStep?>? Operations);
