using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.SortedSets;

/// <summary>What the scores of each source are multiplied by: words of a command line, or numbers; 1 by default.
/// </summary>
public readonly ref struct ScoreWeights
{
    private readonly ValueList _words;
    private readonly ReadOnlySpan<double> _numbers;

    /// <param name="numbers">One for each source, none of them NaN.</param>
    public ScoreWeights(ReadOnlySpan<double> numbers) => _numbers = numbers;

    private ScoreWeights(ValueList words) => _words = words;

    /// <summary>Whether there are any.</summary>
    public bool IsDefault => _numbers.IsEmpty && _words.Count == 0;

    public double this[int index]
    {
        get
        {
            if (!_numbers.IsEmpty)
                return _numbers[index];
            double weight = 1;
            if (_words.Count > 0)
                Numbers.TryParseFloat(_words[index].Bytes, out weight);
            return weight;
        }
    }

    /// <summary>Reads one word for each source.</summary>
    internal static Error? Parse(scoped ref ArgReader arguments, int count, out ScoreWeights weights)
    {
        weights = default;
        if (arguments.Remaining < count)
            return CommonErrors.Syntax;
        var words = new ValueList(arguments.Line, arguments.Position, count);
        for (int i = 0; i < count; i++)
            if (!Numbers.TryParseFloat(arguments.Next(), out _))
                return SortedSetErrors.Weight;
        weights = new ScoreWeights(words);
        return null;
    }
}
