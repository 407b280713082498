namespace WebKv.Server.Rest.Sets;

/// <summary>How many members to take out; one if it is not said.</summary>
internal sealed record SetPopRequest(long? Count);
