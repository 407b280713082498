namespace WebKv.Engine.Geo;

/// <summary>Units of distances.</summary>
public enum GeoUnit
{
    Meters,
    Kilometers,
    Feet,
    Miles,
}
