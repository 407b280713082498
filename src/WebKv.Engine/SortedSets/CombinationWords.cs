using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.SortedSets;

/// <summary>The words of ZUNION, ZINTER, ZDIFF and their STORE forms: sources, weights, aggregate.</summary>
internal readonly ref struct CombinationWords
{
    public KeyList Sources { get; private init; }

    public ScoreWeights Weights { get; private init; }

    public ScoreAggregate Aggregate { get; private init; }

    public bool WithScores { get; private init; }

    /// <param name="arguments">From the number of keys on.</param>
    /// <param name="name">Name of the command, for errors.</param>
    /// <param name="hasScores">Whether scores are combined: a difference keeps those of its first source.</param>
    /// <param name="isStore">Whether the result is stored, so that nobody asks for its scores.</param>
    /// <param name="words">What they say.</param>
    public static Error? Parse(
        ref ArgReader arguments, string name, bool hasScores, bool isStore, out CombinationWords words)
    {
        words = default;
        if (ParseSources(ref arguments, name, out KeyList sources) is { } refused)
            return refused;
        ScoreWeights weights = default;
        ScoreAggregate aggregate = default;
        bool withScores = false;
        while (arguments.HasNext)
        {
            Error? error = null;
            if (hasScores && arguments.TryKeyword("WEIGHTS"u8))
                error = ScoreWeights.Parse(ref arguments, sources.Count, out weights);
            else if (hasScores && arguments.TryKeyword("AGGREGATE"u8))
                error = ParseAggregate(ref arguments, out aggregate);
            else if (!isStore && arguments.TryKeyword("WITHSCORES"u8))
                withScores = true;
            else
                error = CommonErrors.Syntax;
            if (error is not null)
                return error;
        }
        words = new CombinationWords
        {
            Sources = sources,
            Weights = weights,
            Aggregate = aggregate,
            WithScores = withScores,
        };
        return null;
    }

    public static Error? ParseSources(ref ArgReader arguments, string name, out KeyList sources)
    {
        sources = default;
        if (arguments.NextInteger(out long count) is { } error)
            return error;
        if (count < 1)
            return SortedSetErrors.NoInputKey(name);
        if (count > arguments.Remaining)
            return CommonErrors.Syntax;
        sources = arguments.NextKeys((int)count);
        return null;
    }

    private static Error? ParseAggregate(ref ArgReader arguments, out ScoreAggregate aggregate)
    {
        aggregate = default;
        if (arguments.TryKeyword("SUM"u8))
            return null;
        if (arguments.TryKeyword("MIN"u8))
            aggregate = ScoreAggregate.Min;
        else if (arguments.TryKeyword("MAX"u8))
            aggregate = ScoreAggregate.Max;
        else
            return CommonErrors.Syntax;
        return null;
    }
}
