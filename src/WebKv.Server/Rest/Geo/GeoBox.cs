namespace WebKv.Server.Rest.Geo;

/// <summary>A box along the meridians and parallels, around its centre.</summary>
/// <param name="Width">From west to east, in the unit of the search.</param>
/// <param name="Height">From south to north, in the unit of the search.</param>
internal sealed record GeoBox(double? Width, double? Height);
