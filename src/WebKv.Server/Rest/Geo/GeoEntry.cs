using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Geo;

/// <summary>A member with its place.</summary>
/// <param name="Member">The member.</param>
/// <param name="Longitude">Degrees to the east, from -180 to 180.</param>
/// <param name="Latitude">Degrees to the north, from -85.05112878 to 85.05112878.</param>
internal sealed record GeoEntry(BinaryValue? Member, double? Longitude, double? Latitude);
