namespace WebKv.Engine.Geo;

/// <summary>How the centre of a search is written.</summary>
internal enum GeoCenterForm
{
    /// <summary>Longitude and latitude.</summary>
    Point,

    /// <summary>The name of a member.</summary>
    Member,
}
