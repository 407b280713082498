namespace WebKv.Server.Rest.Geo;

/// <summary>How far two members are apart.</summary>
internal sealed record GeoDistanceResult(double Distance);
