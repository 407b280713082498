using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Geo;

/// <summary>Names and lengths of the units.</summary>
internal static class GeoUnits
{
    public static double Meters(this GeoUnit unit) => unit switch
    {
        GeoUnit.Meters => 1,
        GeoUnit.Kilometers => 1000,
        GeoUnit.Feet => 0.3048,
        _ => 1609.34,
    };

    public static Error? Parse(ref ArgReader arguments, out GeoUnit unit)
    {
        unit = GeoUnit.Meters;
        if (arguments.TryKeyword("M"u8))
            return null;
        if (arguments.TryKeyword("KM"u8))
            unit = GeoUnit.Kilometers;
        else if (arguments.TryKeyword("FT"u8))
            unit = GeoUnit.Feet;
        else if (arguments.TryKeyword("MI"u8))
            unit = GeoUnit.Miles;
        else
            return GeoErrors.Unit;
        return null;
    }
}
