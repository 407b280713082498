namespace WebKv.Engine.Geo;

/// <summary>What GEOSEARCH tells of each member besides its name.</summary>
[Flags]
public enum GeoDetails
{
    None = 0,

    /// <summary>WITHDIST.</summary>
    Distance = 1 << 0,

    /// <summary>WITHHASH: the score.</summary>
    Hash = 1 << 1,

    /// <summary>WITHCOORD.</summary>
    Coordinates = 1 << 2,
}
