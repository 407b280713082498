using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;

namespace WebKv.Engine.SortedSets;

/// <summary>Scores with their members: in turns in a command line, or numbers beside a line of members.</summary>
/// <remarks>Scores of a command line are read twice, once to see that all are numbers before anything is changed, and
/// again where they are needed; that of a single pair, which most lines have, is kept.</remarks>
public readonly ref struct ScoredPairs
{
    private readonly ArgList _arguments;
    private readonly int _first;
    private readonly int _step;
    private readonly double _firstScore;
    private readonly ReadOnlySpan<double> _scores;

    /// <param name="scores">None of them NaN.</param>
    /// <param name="members">One for each score.</param>
    public ScoredPairs(ReadOnlySpan<double> scores, ArgList members)
        : this(scores, members, firstMember: 0, step: 1)
    {
    }

    /// <param name="scores">None of them NaN.</param>
    /// <param name="arguments">Where the members are.</param>
    /// <param name="firstMember">Position of the first member.</param>
    /// <param name="step">From one member to the next.</param>
    internal ScoredPairs(ReadOnlySpan<double> scores, ArgList arguments, int firstMember, int step)
    {
        _scores = scores;
        _arguments = arguments;
        _first = firstMember;
        _step = step;
        _firstScore = scores[0];
        Count = scores.Length;
    }

    private ScoredPairs(ArgList arguments, int firstMember, int count, double firstScore)
    {
        _arguments = arguments;
        _first = firstMember;
        _step = 2;
        _firstScore = firstScore;
        Count = count;
    }

    public int Count { get; }

    /// <summary>All further arguments as pairs; there must be an even number of them, and not none.</summary>
    public static Error? Parse(ref ArgReader arguments, out ScoredPairs pairs)
    {
        int firstMember = arguments.Position + 1;
        int count = arguments.Remaining / 2;
        double firstScore = 0;
        for (int i = 0; arguments.HasNext; i++)
        {
            pairs = default;
            if (arguments.NextFloat(out double score) is { } error)
                return error;
            if (i == 0)
                firstScore = score;
            arguments.Next();
        }
        pairs = new ScoredPairs(arguments.Line, firstMember, count, firstScore);
        return null;
    }

    public double ScoreAt(int index)
    {
        if (index == 0)
            return _firstScore;
        if (!_scores.IsEmpty)
            return _scores[index];
        Numbers.TryParseFloat(_arguments[_first + index * _step - 1], out double score);
        return score;
    }

    public ReadOnlySpan<byte> MemberAt(int index) => _arguments[_first + index * _step];

    /// <summary>Adds all to an effect that was begun.</summary>
    internal void Log(CommandContext context)
    {
        Span<byte> room = stackalloc byte[Numbers.FormattedDoubleMax];
        for (int i = 0; i < Count; i++)
        {
            context.LogArgument(room[..Numbers.Format(ScoreAt(i), room)]);
            context.LogArgument(MemberAt(i));
        }
    }
}
