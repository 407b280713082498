namespace WebKv.Server.Rest.Strings;

/// <summary>The position of the first such bit; -1 when there is none.</summary>
internal sealed record BitPositionResult(long Position);
