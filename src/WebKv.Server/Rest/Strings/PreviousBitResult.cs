namespace WebKv.Server.Rest.Strings;

/// <summary>The value that a bit had before.</summary>
internal sealed record PreviousBitResult(long Previous);
