using System.Globalization;

namespace WebKv.Server.Tests.Doors;

/// <summary>A part of a sorted set, with its ends as RESP writes them: "0", "(1.5", "[member", "-", "+".</summary>
/// <param name="By">"rank", "score" or "lex".</param>
/// <param name="Low">The low end; the first position.</param>
/// <param name="High">The high end; the last position.</param>
public sealed record SortedSetPart(string By, string Low, string High)
{
    public bool Reverse { get; init; }

    public long Offset { get; init; }

    public long? Limit { get; init; }

    public bool HasLimit => Offset != 0 || Limit is not null;

    public bool LowExclusive => Low.StartsWith('(');

    public bool HighExclusive => High.StartsWith('(');

    /// <summary>The low end without what says how it is meant; null if it is open.</summary>
    public string? LowValue => Value(Low, open: "-");

    public string? HighValue => Value(High, open: "+");

    public double? LowScore => Score(LowValue);

    public double? HighScore => Score(HighValue);

    public static SortedSetPart Ranks(long start, long stop, bool reverse = false) =>
        new("rank", $"{start}", $"{stop}") { Reverse = reverse };

    /// <summary>The words of ZRANGE and ZRANGESTORE.</summary>
    public string[] Words()
    {
        bool swaps = Reverse && By != "rank";
        string[] limit = HasLimit ? ["LIMIT", $"{Offset}", $"{Limit ?? -1}"] : [];
        string[] by = By switch { "score" => ["BYSCORE"], "lex" => ["BYLEX"], _ => [] };
        return [swaps ? High : Low, swaps ? Low : High, .. by, .. Reverse ? (string[])["REV"] : [], .. limit];
    }

    private string? Value(string end, string open)
    {
        if (By == "lex")
            return end == open ? null : end[1..];
        return end.TrimStart('(');
    }

    private static double? Score(string? text) => text switch
    {
        null => null,
        "inf" or "+inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
