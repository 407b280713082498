namespace WebKv.Server.Rest.Strings;

/// <summary>The value of a bit.</summary>
internal sealed record BitResult(long Bit);
