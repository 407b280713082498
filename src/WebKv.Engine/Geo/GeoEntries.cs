using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.SortedSets;

namespace WebKv.Engine.Geo;

/// <summary>Places with their members: in turns in a command line, or points beside a line of members.</summary>
public readonly ref struct GeoEntries
{
    private const int WordsPerEntry = 3;

    private readonly ArgList _arguments;
    private readonly int _first;
    private readonly ReadOnlySpan<GeoPoint> _points;

    /// <param name="points">All of them valid.</param>
    /// <param name="members">One for each point.</param>
    public GeoEntries(ReadOnlySpan<GeoPoint> points, ArgList members)
    {
        _points = points;
        _arguments = members;
        Count = points.Length;
    }

    private GeoEntries(ArgList arguments, int first, int count)
    {
        _arguments = arguments;
        _first = first;
        Count = count;
    }

    public int Count { get; }

    /// <summary>All further arguments; there must be three for each entry.</summary>
    internal static Error? Parse(scoped ref ArgReader arguments, out GeoEntries entries)
    {
        entries = new GeoEntries(arguments.Line, arguments.Position, arguments.Remaining / WordsPerEntry);
        while (arguments.HasNext)
        {
            if (GeoQueryParser.ParsePoint(ref arguments, out _) is { } error)
                return error;
            arguments.Next();
        }
        return null;
    }

    /// <summary>The entries as members with scores.</summary>
    /// <param name="scores">Room for one score each.</param>
    internal ScoredPairs Score(Span<double> scores)
    {
        for (int i = 0; i < Count; i++)
            scores[i] = GeoCode.Encode(PointAt(i));
        return _points.IsEmpty
            ? new ScoredPairs(scores, _arguments, _first + WordsPerEntry - 1, WordsPerEntry)
            : new ScoredPairs(scores, _arguments);
    }

    private GeoPoint PointAt(int index)
    {
        if (!_points.IsEmpty)
            return _points[index];
        int at = _first + index * WordsPerEntry;
        Numbers.TryParseFloat(_arguments[at], out double longitude);
        Numbers.TryParseFloat(_arguments[at + 1], out double latitude);
        return new GeoPoint(longitude, latitude);
    }
}
