namespace WebKv.Server.Rest.Strings;

/// <summary>How many bits are set.</summary>
internal sealed record BitCountResult(long Count);
