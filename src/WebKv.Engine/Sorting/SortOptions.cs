using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Sorting;

/// <summary>The options of SORT, in any order; of one that comes twice the last one counts, but for GET.</summary>
public readonly ref struct SortOptions
{
    private readonly ArgList _line;
    private readonly SortWords _words;

    private SortOptions(ArgList line, SortWords words)
    {
        _line = line;
        _words = words;
    }

    public bool HasBy => _words.By > 0;

    /// <summary>The pattern of BY; only if <see cref="HasBy"/>.</summary>
    public ReadOnlySpan<byte> By => _line[_words.By];

    /// <summary>BY a pattern without an asterisk: the elements stay in their own order.</summary>
    public bool KeepsOrder => HasBy && !By.Contains((byte)'*');

    /// <summary>First element of the result to be told.</summary>
    public long Offset => _words.Offset;

    /// <summary>How many to tell; negative for all.</summary>
    public long Count => _words.Count;

    public bool Descends => _words.Descends;

    /// <summary>Compares bytes, not numbers.</summary>
    public bool IsAlpha => _words.IsAlpha;

    public bool Stores => _words.Destination > 0;

    /// <summary>Where the result goes; only if <see cref="Stores"/>.</summary>
    public Key Destination => Key.Of(_line[_words.Destination]);

    /// <summary>How many GET patterns there are.</summary>
    public int GetCount => _words.Gets?.Count ?? 0;

    /// <summary>Whether keys are looked at that only the elements name.</summary>
    public bool LooksUpKeys => (HasBy && !KeepsOrder) || AnyGetLooksUp();

    public ReadOnlySpan<byte> GetAt(int index) => _line[_words.Gets![index]];

    /// <summary>Reads what follows the key.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="mayStore">Whether STORE is one of them.</param>
    /// <param name="options">The options.</param>
    public static Error? Parse(ref ArgReader arguments, bool mayStore, out SortOptions options)
    {
        var words = new SortWords();
        Error? error = null;
        while (error is null && arguments.HasNext)
            error = words.Read(ref arguments, mayStore);
        options = new SortOptions(arguments.Line, words);
        return error;
    }

    private bool AnyGetLooksUp()
    {
        for (int i = 0; i < GetCount; i++)
            if (GetAt(i).Contains((byte)'*'))
                return true;
        return false;
    }
}
