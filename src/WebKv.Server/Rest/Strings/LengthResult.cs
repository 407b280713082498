namespace WebKv.Server.Rest.Strings;

/// <summary>The length of a string in bytes.</summary>
internal sealed record LengthResult(long Length);
