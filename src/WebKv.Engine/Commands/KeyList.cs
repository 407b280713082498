using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Commands;

/// <summary>Several keys of a command line, a fixed step apart, with the values that may stand between them.</summary>
public readonly ref struct KeyList
{
    private readonly ArgList _arguments;
    private readonly int _first;
    private readonly int _step;

    public KeyList(ArgList arguments, int first, int count, int step = 1)
    {
        _arguments = arguments;
        _first = first;
        Count = count;
        _step = step;
    }

    public int Count { get; }

    /// <summary>The key at an index; hashes it anew at each call.</summary>
    public Key this[int index] => Key.Of(_arguments[_first + index * _step]);

    /// <summary>The value that follows the key, for lists of pairs.</summary>
    public Value ValueAfter(int index) => _arguments.Value(_first + index * _step + 1);

    public void Declare(ref KeySet keys)
    {
        for (int i = 0; i < Count; i++)
            keys.Add(this[i]);
    }
}
