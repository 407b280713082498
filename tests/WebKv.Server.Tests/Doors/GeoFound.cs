namespace WebKv.Server.Tests.Doors;

/// <summary>A member that a search has found.</summary>
public sealed record GeoFound(string Member, double Distance, (double Longitude, double Latitude) Place);
