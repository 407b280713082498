namespace WebKv.Server.Tests.Doors;

/// <summary>A part of a bitmap, in bytes or bits, ends included; negative ones count from its end.</summary>
public sealed record BitRange(long Start, long End, bool InBits = false);
