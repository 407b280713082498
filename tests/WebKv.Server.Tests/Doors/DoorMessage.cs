namespace WebKv.Server.Tests.Doors;

/// <summary>A message as a subscriber sees it, by the pattern of its subscription or none.</summary>
public sealed record DoorMessage(string Channel, string Message, string? Pattern = null, bool Sharded = false);
