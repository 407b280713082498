namespace WebKv.Server.Rest.Sets;

/// <summary>Whether the first set had the member.</summary>
internal sealed record SetMovedResult(bool Moved);
