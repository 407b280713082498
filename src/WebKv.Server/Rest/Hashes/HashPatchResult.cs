namespace WebKv.Server.Rest.Hashes;

/// <summary>How many of the fields are new, and how many of the others there were.</summary>
internal sealed record HashPatchResult(long Added, long Removed);
