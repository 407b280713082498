namespace WebKv.Server.Rest.Geo;

/// <summary>The place of a member: the middle of the cell that it was put into, up to a metre beside the place given.
/// </summary>
/// <param name="Longitude">Degrees to the east.</param>
/// <param name="Latitude">Degrees to the north.</param>
internal sealed record GeoPosition(double Longitude, double Latitude);
