using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Sorting;

/// <summary>The options of SORT, in any order; of one that comes twice the last one counts, but for GET.</summary>
public readonly ref struct SortOptions
{
    private readonly ArgList _line;

    private SortOptions(ArgList line) => _line = line;

    /// <summary>The pattern of BY.</summary>
    public ReadOnlySpan<byte> By { get; private init; }

    public bool HasBy { get; private init; }

    /// <summary>BY a pattern without an asterisk: the elements stay in their own order.</summary>
    public bool KeepsOrder => HasBy && !By.Contains((byte)'*');

    /// <summary>First element of the result to be told.</summary>
    public long Offset { get; private init; }

    /// <summary>How many to tell; negative for all.</summary>
    public long Count { get; private init; }

    public bool Descends { get; private init; }

    /// <summary>Compares bytes, not numbers.</summary>
    public bool IsAlpha { get; private init; }

    public bool Stores { get; private init; }

    /// <summary>Where the result goes; only if <see cref="Stores"/>.</summary>
    public Key Destination { get; private init; }

    /// <summary>How many GET patterns there are.</summary>
    public int GetCount => GetPositions?.Count ?? 0;

    /// <summary>Whether keys are looked at that only the elements name.</summary>
    public bool LooksUpKeys => (HasBy && !KeepsOrder) || AnyGetLooksUp();

    private List<int>? GetPositions { get; init; }

    public ReadOnlySpan<byte> GetAt(int index) => _line[GetPositions![index]];

    /// <summary>Reads what follows the key.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="mayStore">Whether STORE is one of them.</param>
    /// <param name="options">The options.</param>
    public static Error? Parse(ref ArgReader arguments, bool mayStore, out SortOptions options)
    {
        options = new SortOptions(arguments.Line) { Count = -1 };
        while (arguments.HasNext)
        {
            if (arguments.TryKeyword("ASC"u8))
                options = options with { Descends = false };
            else if (arguments.TryKeyword("DESC"u8))
                options = options with { Descends = true };
            else if (arguments.TryKeyword("ALPHA"u8))
                options = options with { IsAlpha = true };
            else if (arguments.Remaining < 2)
                return CommonErrors.Syntax;
            else if (ParseLong(ref arguments, mayStore, ref options) is { } error)
                return error;
        }
        return null;
    }

    // Those with arguments of their own; at least one is there.
    private static Error? ParseLong(ref ArgReader arguments, bool mayStore, ref SortOptions options)
    {
        if (arguments.Remaining > 2 && arguments.TryKeyword("LIMIT"u8))
        {
            long count = 0;
            Error? error = arguments.NextInteger(out long offset) ?? arguments.NextInteger(out count);
            options = options with { Offset = Math.Max(0, offset), Count = count };
            return error;
        }
        if (mayStore && arguments.TryKeyword("STORE"u8))
        {
            options = options with { Stores = true, Destination = arguments.NextKey() };
            return null;
        }
        if (arguments.TryKeyword("BY"u8))
        {
            options = options with { HasBy = true, By = arguments.Next() };
            return null;
        }
        if (!arguments.TryKeyword("GET"u8))
            return CommonErrors.Syntax;
        List<int> positions = options.GetPositions ?? [];
        positions.Add(arguments.Position);
        arguments.Next();
        options = options with { GetPositions = positions };
        return null;
    }

    private bool AnyGetLooksUp()
    {
        for (int i = 0; i < GetCount; i++)
            if (GetAt(i).Contains((byte)'*'))
                return true;
        return false;
    }
}
