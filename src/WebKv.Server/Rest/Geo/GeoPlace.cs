namespace WebKv.Server.Rest.Geo;

/// <summary>A place on the earth.</summary>
/// <param name="Longitude">Degrees to the east, from -180 to 180.</param>
/// <param name="Latitude">Degrees to the north, from -85.05112878 to 85.05112878.</param>
internal sealed record GeoPlace(double? Longitude, double? Latitude);
