namespace WebKv.Server.Tests.Doors;

/// <summary>A member with its place.</summary>
public sealed record Placed(string Member, double Longitude, double Latitude);
