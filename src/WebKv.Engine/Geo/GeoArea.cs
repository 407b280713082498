namespace WebKv.Engine.Geo;

/// <summary>
/// A shape around a place: which places are in it, and which cells of the grid must be looked through to find them.
/// </summary>
/// <remarks>
/// The idea: the area lies between two parallels and two meridians. The grid is taken as fine as it can be so that few
/// cells cover that; each cell is a range of scores, and what is found there is tried by its distance. Meridians meet
/// at the poles and longitudes wrap around, so an area near a pole has all of them, and cells are counted modulo.
/// </remarks>
internal readonly struct GeoArea
{
    private const int CellsMax = 9;

    // Places on the edge must not be lost to rounding.
    private const double MarginDegrees = 1e-9;
    private const double HalfCircle = 180;
    private const double QuarterCircle = 90;

    private readonly GeoPoint _center;
    private readonly bool _isBox;
    private readonly double _halfWidth;
    private readonly double _halfHeight;

    public GeoArea(GeoPoint center, GeoShape shape)
    {
        double meters = shape.Unit.Meters() / (shape.IsBox ? 2 : 1);
        _center = center;
        _isBox = shape.IsBox;
        _halfWidth = shape.Width * meters;
        _halfHeight = shape.Height * meters;
    }

    /// <summary>Whether a place is in the area, and how far from its centre.</summary>
    public bool Contains(GeoPoint point, out double meters)
    {
        meters = 0;
        // Along the place's own parallel, as wide as it is there.
        if (_isBox && (point.LatitudeDistanceTo(_center) > _halfHeight
            || point.DistanceTo(_center with { Latitude = point.Latitude }) > _halfWidth))
            return false;
        meters = _center.DistanceTo(point);
        return _isBox || meters <= _halfWidth;
    }

    /// <summary>Ranges of scores, each with its first one and the first one behind it, that hold all places of the
    /// area.</summary>
    public List<(double First, double Behind)> ScoreRanges()
    {
        (double west, double south, double east, double north) = Bounds();
        int steps = GeoCode.Steps;
        while (steps > 1 && CellCount(west, south, east, north, steps) > CellsMax)
            steps--;
        int cells = 1 << steps;
        int firstRow = GeoCode.CellOf(south, GeoPoint.LatitudeMax, steps);
        int lastRow = GeoCode.CellOf(north, GeoPoint.LatitudeMax, steps);
        long firstColumn = ColumnOf(west, steps);
        long columns = Math.Min(ColumnOf(east, steps) - firstColumn + 1, cells);
        var ranges = new List<(double, double)>();
        for (int row = firstRow; row <= lastRow; row++)
            for (long column = firstColumn; column < firstColumn + columns; column++)
            {
                ulong first = GeoCode.FirstOf((int)(column & (cells - 1)), row, steps);
                ranges.Add((first, first + (1UL << 2 * (GeoCode.Steps - steps))));
            }
        return ranges;
    }

    private static long CellCount(double west, double south, double east, double north, int steps)
    {
        long rows = GeoCode.CellOf(north, GeoPoint.LatitudeMax, steps)
            - GeoCode.CellOf(south, GeoPoint.LatitudeMax, steps) + 1;
        return rows * Math.Min(ColumnOf(east, steps) - ColumnOf(west, steps) + 1, 1 << steps);
    }

    // Not wrapped: west of the date line it is negative.
    private static long ColumnOf(double longitude, int steps) =>
        (long)Math.Floor((longitude + HalfCircle) / (2 * HalfCircle) * (1 << steps));

    private (double West, double South, double East, double North) Bounds()
    {
        double reach = GeoPoint.Degrees(GeoPoint.RadiansOf(_halfHeight)) + MarginDegrees;
        double south = _center.Latitude - reach;
        double north = _center.Latitude + reach;
        double side = Math.Min(SideReach(Math.Max(Math.Abs(south), Math.Abs(north))) + MarginDegrees, HalfCircle);
        return (_center.Longitude - side, south, _center.Longitude + side, north);
    }

    // How far the area goes to the east, in degrees; it is widest, in degrees, nearest to a pole.
    private double SideReach(double latitudeMax)
    {
        if (latitudeMax >= QuarterCircle)
            return HalfCircle;
        double angle = GeoPoint.RadiansOf(_halfWidth);
        if (!_isBox)
            return GeoPoint.Degrees(Math.Asin(Math.Min(1, Sine(angle) / Cosine(_center.Latitude))));
        double half = Math.Min(1, Sine(angle / 2) / Cosine(latitudeMax));
        return GeoPoint.Degrees(2 * Math.Asin(half));
    }

    private static double Sine(double angle) => angle >= Math.PI / 2 ? 1 : Math.Sin(angle);

    private static double Cosine(double degrees) => Math.Cos(GeoPoint.Radians(degrees));
}
