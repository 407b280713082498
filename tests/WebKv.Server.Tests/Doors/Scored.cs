namespace WebKv.Server.Tests.Doors;

/// <summary>A member with its score.</summary>
public sealed record Scored(string Member, double Score);
