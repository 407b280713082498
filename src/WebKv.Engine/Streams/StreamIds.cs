using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Ids of entries as command lines have them.</summary>
public static class StreamIds
{
    /// <summary>An id as "ms" or "ms-sequence", of which a missing sequence is 0.</summary>
    public static Error? Parse(ReadOnlySpan<byte> text, out StreamId id) =>
        StreamId.TryParse(text, 0, out id) ? null : StreamErrors.InvalidId;

    /// <summary>Where a range begins: an id, "-" or "+" for the ends, "(id" for what is above it.</summary>
    public static Error? ParseStart(ReadOnlySpan<byte> text, out StreamId start)
    {
        Error? error = ParseBound(text, 0, out start, out bool exclusive);
        if (error is null && exclusive && !start.TryNext(out start))
            return StreamErrors.StartInvalid;
        return error;
    }

    /// <summary>Where a range ends; a missing sequence takes in the whole millisecond.</summary>
    public static Error? ParseEnd(ReadOnlySpan<byte> text, out StreamId end)
    {
        Error? error = ParseBound(text, ulong.MaxValue, out end, out bool exclusive);
        if (error is null && exclusive && !end.TryPrevious(out end))
            return StreamErrors.EndInvalid;
        return error;
    }

    /// <summary>A list of ids, of which none may be wrong.</summary>
    public static Error? Check(ValueList ids)
    {
        for (int i = 0; i < ids.Count; i++)
            if (Parse(ids[i].Bytes, out _) is { } error)
                return error;
        return null;
    }

    /// <summary>The id at an index of a list that was checked.</summary>
    internal static StreamId At(ValueList ids, int index)
    {
        Parse(ids[index].Bytes, out StreamId id);
        return id;
    }

    private static Error? ParseBound(
        ReadOnlySpan<byte> text, ulong missingSequence, out StreamId id, out bool exclusive)
    {
        exclusive = text.Length > 1 && text[0] == '(';
        if (exclusive)
            text = text[1..];
        else if (text is [(byte)'-'] or [(byte)'+'])
        {
            id = text[0] == '-' ? StreamId.Min : StreamId.Max;
            return null;
        }
        return StreamId.TryParse(text, missingSequence, out id) ? null : StreamErrors.InvalidId;
    }
}
