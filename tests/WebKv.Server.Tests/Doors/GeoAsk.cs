namespace WebKv.Server.Tests.Doors;

/// <summary>What is searched: around a member or a point, in a circle or a box.</summary>
public sealed record GeoAsk
{
    public string? Member { get; init; }

    public (double Longitude, double Latitude)? Point { get; init; }

    public double? Radius { get; init; }

    public (double Width, double Height)? Box { get; init; }

    public string Unit { get; init; } = "m";

    /// <summary>True: the nearest first; false: the farthest; null: not said.</summary>
    public bool? NearestFirst { get; init; }

    public long? Limit { get; init; }

    public bool Any { get; init; }
}
