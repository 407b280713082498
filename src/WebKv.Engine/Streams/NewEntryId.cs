using WebKv.Engine.Errors;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>The id that a new entry is to have: given, given up to its sequence ("ms-*"), or left to the clock ("*").
/// </summary>
public readonly record struct NewEntryId
{
    private readonly StreamId _id;
    private readonly Kind _kind;

    private NewEntryId(Kind kind, StreamId id)
    {
        _kind = kind;
        _id = id;
    }

    private enum Kind
    {
        Clock,
        Sequence,
        Given,
    }

    /// <summary>The time of the clock, or the last id's where that is ahead. The default.</summary>
    public static readonly NewEntryId Auto = new(Kind.Clock, default);

    public static Error? Parse(ReadOnlySpan<byte> text, out NewEntryId id)
    {
        id = Auto;
        if (text is [(byte)'*'])
            return null;
        if (text.EndsWith("-*"u8) && StreamId.TryParseNumber(text[..^2], out ulong ms))
        {
            id = new NewEntryId(Kind.Sequence, new StreamId(ms, 0));
            return null;
        }
        Error? error = StreamIds.Parse(text, out StreamId given);
        if (error is null && given == StreamId.Min)
            return StreamErrors.IdZero;
        id = new NewEntryId(Kind.Given, given);
        return error;
    }

    /// <summary>The id behind the last one of the stream.</summary>
    public Error? Resolve(StreamId last, long nowMs, out StreamId id)
    {
        id = _id;
        if (!last.TryNext(out StreamId next))
            return StreamErrors.IdsExhausted;
        if (_kind == Kind.Clock)
            id = (ulong)nowMs > last.Ms ? new StreamId((ulong)nowMs, 0) : next;
        else if (_kind == Kind.Sequence && last.Ms == id.Ms)
            id = next;
        // The next id of a millisecond that is used up lies in the next one, which was not asked for.
        return id > last && (_kind == Kind.Clock || id.Ms == _id.Ms) ? null : StreamErrors.IdTooSmall;
    }
}
