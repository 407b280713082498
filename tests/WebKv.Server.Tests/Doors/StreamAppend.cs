namespace WebKv.Server.Tests.Doors;

/// <summary>The options of an append.</summary>
public sealed record StreamAppend(long? MaxLength = null, string? MinId = null, bool OnlyIfExists = false);
