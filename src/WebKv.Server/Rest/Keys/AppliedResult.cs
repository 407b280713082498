namespace WebKv.Server.Rest.Keys;

/// <summary>Whether the condition held and the change was made.</summary>
internal sealed record AppliedResult(bool Applied);
