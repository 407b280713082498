namespace WebKv.Server.Rest.Strings;

/// <summary>How many values were written.</summary>
internal sealed record BatchSetResult(int Written);
