namespace WebKv.Server.Tests.Doors;

/// <summary>What must hold for a transaction: that a key exists or not, or that its string is this one.</summary>
public sealed record KeyPrecondition(string Key, bool Exists = true, string? EqualTo = null);
