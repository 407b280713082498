namespace WebKv.Engine.Geo;

/// <summary>In which order places that were found are told.</summary>
public enum GeoSort
{
    /// <summary>As they are found; with a count that is not for any places, the nearest first.</summary>
    None,

    /// <summary>The nearest first.</summary>
    Ascending,

    /// <summary>The farthest first.</summary>
    Descending,
}
