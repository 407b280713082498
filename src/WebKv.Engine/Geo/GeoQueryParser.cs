using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Geo;

/// <summary>Reads the words of GEOSEARCH and GEOSEARCHSTORE, in any order.</summary>
internal ref struct GeoQueryParser(string command)
{
    private GeoCenter _center;
    private bool _hasCenter;
    private GeoShape _shape;
    private bool _hasShape;
    private GeoSort _sort;
    private long _count;
    private bool _any;

    public GeoDetails Details { get; private set; }

    /// <summary>STOREDIST: distances become the scores.</summary>
    public bool StoresDistance { get; private set; }

    public Error? Parse(scoped ref ArgReader arguments, bool isStore, out GeoQuery query)
    {
        query = default;
        while (arguments.HasNext)
        {
            Error? error = null;
            if (TryParseFlag(ref arguments, isStore))
                continue;
            if (arguments.Remaining >= 2 && arguments.TryKeyword("COUNT"u8))
                error = ParseCount(ref arguments);
            else if (!_hasCenter && TryParseCenter(ref arguments, out error))
                _hasCenter = true;
            else if (!_hasShape && TryParseShape(ref arguments, out error))
                _hasShape = true;
            else
                return CommonErrors.Syntax;
            if (error is not null)
                return error;
        }
        query = new GeoQuery { Center = _center, Shape = _shape, Sort = _sort, Count = _count, Any = _any };
        return Check(isStore);
    }

    public static Error? ParsePoint(scoped ref ArgReader arguments, out GeoPoint point)
    {
        point = default;
        if (arguments.NextFloat(out double longitude) is { } longitudeError)
            return longitudeError;
        if (arguments.NextFloat(out double latitude) is { } latitudeError)
            return latitudeError;
        point = new GeoPoint(longitude, latitude);
        return point.IsValid ? null : GeoErrors.Point(point);
    }

    private readonly Error? Check(bool isStore)
    {
        if (isStore && Details != GeoDetails.None)
            return GeoErrors.StoreWithDetails;
        if (!_hasCenter)
            return GeoErrors.OneCenter(command);
        if (!_hasShape)
            return GeoErrors.OneShape(command);
        return _any && _count == 0 ? GeoErrors.AnyWithoutCount : null;
    }

    private bool TryParseFlag(scoped ref ArgReader arguments, bool isStore)
    {
        if (arguments.TryKeyword("ASC"u8))
            _sort = GeoSort.Ascending;
        else if (arguments.TryKeyword("DESC"u8))
            _sort = GeoSort.Descending;
        else if (arguments.TryKeyword("ANY"u8))
            _any = true;
        else if (arguments.TryKeyword("WITHCOORD"u8))
            Details |= GeoDetails.Coordinates;
        else if (arguments.TryKeyword("WITHDIST"u8))
            Details |= GeoDetails.Distance;
        else if (arguments.TryKeyword("WITHHASH"u8))
            Details |= GeoDetails.Hash;
        else if (isStore && arguments.TryKeyword("STOREDIST"u8))
            StoresDistance = true;
        else
            return false;
        return true;
    }

    private Error? ParseCount(scoped ref ArgReader arguments) =>
        arguments.NextInteger(out _count) ?? (_count <= 0 ? GeoErrors.Count : null);

    private bool TryParseCenter(scoped ref ArgReader arguments, out Error? error)
    {
        error = null;
        if (arguments.Remaining >= 2 && arguments.TryKeyword("FROMMEMBER"u8))
        {
            _center = new GeoCenter(arguments.Next());
            return true;
        }
        if (arguments.Remaining < 3 || !arguments.TryKeyword("FROMLONLAT"u8))
            return false;
        error = ParsePoint(ref arguments, out GeoPoint point);
        _center = new GeoCenter(point);
        return true;
    }

    private bool TryParseShape(scoped ref ArgReader arguments, out Error? error)
    {
        error = null;
        if (arguments.Remaining >= 3 && arguments.TryKeyword("BYRADIUS"u8))
            error = ParseCircle(ref arguments);
        else if (arguments.Remaining >= 4 && arguments.TryKeyword("BYBOX"u8))
            error = ParseBox(ref arguments);
        else
            return false;
        return true;
    }

    private Error? ParseCircle(scoped ref ArgReader arguments)
    {
        if (!Numbers.TryParseFloat(arguments.Next(), out double radius))
            return GeoErrors.Radius;
        if (radius < 0)
            return GeoErrors.NegativeRadius;
        Error? error = GeoUnits.Parse(ref arguments, out GeoUnit unit);
        _shape = GeoShape.Circle(radius, unit);
        return error;
    }

    private Error? ParseBox(scoped ref ArgReader arguments)
    {
        if (!Numbers.TryParseFloat(arguments.Next(), out double width))
            return GeoErrors.Width;
        if (!Numbers.TryParseFloat(arguments.Next(), out double height))
            return GeoErrors.Height;
        if (width < 0 || height < 0)
            return GeoErrors.NegativeBox;
        Error? error = GeoUnits.Parse(ref arguments, out GeoUnit unit);
        _shape = GeoShape.Box(width, height, unit);
        return error;
    }
}
