using WebKv.Engine.Commands;
using WebKv.Engine.Errors;

namespace WebKv.Engine.Sorting;

/// <summary>The options of SORT as they stand in the line: those with words of their own as positions, which are 0 if
/// they are not there.</summary>
internal struct SortWords()
{
    public int By { get; private set; }

    public int Destination { get; private set; }

    public List<int>? Gets { get; private set; }

    public long Offset { get; private set; }

    public long Count { get; private set; } = -1;

    public bool Descends { get; private set; }

    public bool IsAlpha { get; private set; }

    /// <summary>Reads the next option.</summary>
    public Error? Read(ref ArgReader arguments, bool mayStore)
    {
        bool descends = arguments.TryKeyword("DESC"u8);
        if (descends || arguments.TryKeyword("ASC"u8))
        {
            Descends = descends;
            return null;
        }
        if (arguments.TryKeyword("ALPHA"u8))
        {
            IsAlpha = true;
            return null;
        }
        if (arguments.Remaining > 2 && arguments.TryKeyword("LIMIT"u8))
            return ReadLimit(ref arguments);
        return arguments.Remaining > 1 ? ReadWord(ref arguments, mayStore) : CommonErrors.Syntax;
    }

    private Error? ReadLimit(ref ArgReader arguments)
    {
        long count = 0;
        Error? error = arguments.NextInteger(out long offset) ?? arguments.NextInteger(out count);
        Offset = Math.Max(0, offset);
        Count = count;
        return error;
    }

    private Error? ReadWord(ref ArgReader arguments, bool mayStore)
    {
        if (arguments.TryKeyword("BY"u8))
            By = arguments.Position;
        else if (arguments.TryKeyword("GET"u8))
            (Gets ??= []).Add(arguments.Position);
        else if (mayStore && arguments.TryKeyword("STORE"u8))
            Destination = arguments.Position;
        else
            return CommonErrors.Syntax;
        arguments.Next();
        return null;
    }
}
