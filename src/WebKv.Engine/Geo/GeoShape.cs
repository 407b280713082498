namespace WebKv.Engine.Geo;

/// <summary>What is searched around a place: a circle, or a box along the meridians and parallels.</summary>
public readonly record struct GeoShape
{
    private GeoShape(bool isBox, double width, double height, GeoUnit unit)
    {
        IsBox = isBox;
        Width = width;
        Height = height;
        Unit = unit;
    }

    public bool IsBox { get; }

    /// <summary>From west to east; of a circle the radius.</summary>
    public double Width { get; }

    /// <summary>From south to north; of a circle the radius.</summary>
    public double Height { get; }

    public GeoUnit Unit { get; }

    public static GeoShape Circle(double radius, GeoUnit unit) => new(false, radius, radius, unit);

    public static GeoShape Box(double width, double height, GeoUnit unit) => new(true, width, height, unit);
}
