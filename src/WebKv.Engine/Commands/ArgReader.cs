using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Commands;

/// <summary>
/// Reads the arguments of a command line from left to right. The dispatcher has checked the arity, so the arguments
/// that a command must have are there.
/// </summary>
public ref struct ArgReader
{
    private readonly ArgList _arguments;
    private int _next;

    /// <param name="arguments">The whole line.</param>
    /// <param name="first">Position of the first argument after the command's name.</param>
    public ArgReader(ArgList arguments, int first = 1)
    {
        _arguments = arguments;
        _next = first;
    }

    public readonly int Remaining => _arguments.Count - _next;

    public readonly bool HasNext => _next < _arguments.Count;

    /// <summary>The whole line, for commands that look at it by position.</summary>
    public readonly ArgList Line => _arguments;

    /// <summary>Position of the next argument in the line.</summary>
    public readonly int Position => _next;

    public ReadOnlySpan<byte> Next() => _arguments[_next++];

    public readonly ReadOnlySpan<byte> Peek() => _arguments[_next];

    public Key NextKey() => Key.Of(_arguments[_next++]);

    public Value NextValue() => _arguments.Value(_next++);

    /// <summary>The next <paramref name="count"/> arguments as keys, <paramref name="step"/> apart.</summary>
    public KeyList NextKeys(int count, int step = 1)
    {
        var keys = new KeyList(_arguments, _next, count, step);
        _next += count * step;
        return keys;
    }

    /// <summary>All further arguments.</summary>
    public ValueList NextValues()
    {
        var values = new ValueList(_arguments, _next, Remaining);
        _next = _arguments.Count;
        return values;
    }

    /// <summary>The next argument as an integer; the error is the one that Redis gives for arguments.</summary>
    public Error? NextInteger(out long value) =>
        Numbers.TryParseInteger(Next(), out value) ? null : CommonErrors.IntegerArgument;

    public Error? NextFloat(out double value) =>
        Numbers.TryParseFloat(Next(), out value) ? null : CommonErrors.FloatArgument;

    /// <summary>Takes the next argument if it is this word, in any case.</summary>
    public bool TryKeyword(ReadOnlySpan<byte> upperCaseWord)
    {
        if (!HasNext || !Keywords.Equal(Peek(), upperCaseWord))
            return false;
        _next++;
        return true;
    }
}
