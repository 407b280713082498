using System.Buffers.Text;

namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// The id of a stream's entry: a time in milliseconds and a number within it; written "ms-sequence".
/// </summary>
public readonly record struct StreamId(ulong Ms, ulong Sequence) : IComparable<StreamId>
{
    /// <summary>Longest text: two 64-bit numbers and a dash.</summary>
    public const int TextMax = 41;

    /// <summary>Below every entry: no entry may have it.</summary>
    public static readonly StreamId Min = new(0, 0);

    public static readonly StreamId Max = new(ulong.MaxValue, ulong.MaxValue);

    /// <summary>Reads "ms" or "ms-sequence", digits only.</summary>
    /// <param name="text">The text.</param>
    /// <param name="missingSequence">The sequence when the text has none.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, ulong missingSequence, out StreamId id)
    {
        int dash = text.IndexOf((byte)'-');
        ulong sequence = missingSequence;
        bool valid = TryParseNumber(dash < 0 ? text : text[..dash], out ulong ms)
            && (dash < 0 || TryParseNumber(text[(dash + 1)..], out sequence));
        id = valid ? new StreamId(ms, sequence) : default;
        return valid;
    }

    /// <summary>Digits only; leading zeros are allowed.</summary>
    public static bool TryParseNumber(ReadOnlySpan<byte> text, out ulong number)
    {
        number = 0;
        return !text.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && Utf8Parser.TryParse(text, out number, out int consumed) && consumed == text.Length;
    }

    /// <summary>Writes the text into room of at least <see cref="TextMax"/> bytes; returns its length.</summary>
    public int Format(Span<byte> room)
    {
        Utf8Formatter.TryFormat(Ms, room, out int length);
        room[length++] = (byte)'-';
        Utf8Formatter.TryFormat(Sequence, room[length..], out int written);
        return length + written;
    }

    /// <summary>The next id, if there is one.</summary>
    public bool TryNext(out StreamId next)
    {
        // Asked first: the caller's variable may be this one.
        bool exists = this != Max;
        next = Sequence < ulong.MaxValue ? this with { Sequence = Sequence + 1 } : new StreamId(Ms + 1, 0);
        return exists;
    }

    /// <summary>The id before, if there is one.</summary>
    public bool TryPrevious(out StreamId previous)
    {
        bool exists = this != Min;
        previous = Sequence > 0 ? this with { Sequence = Sequence - 1 } : new StreamId(Ms - 1, ulong.MaxValue);
        return exists;
    }

    public int CompareTo(StreamId other) =>
        Ms != other.Ms ? Ms.CompareTo(other.Ms) : Sequence.CompareTo(other.Sequence);

    public override string ToString() => $"{Ms}-{Sequence}";

    public static bool operator <(StreamId left, StreamId right) =>
        left.Ms < right.Ms || (left.Ms == right.Ms && left.Sequence < right.Sequence);

    public static bool operator >(StreamId left, StreamId right) => right < left;

    public static bool operator <=(StreamId left, StreamId right) => !(right < left);

    public static bool operator >=(StreamId left, StreamId right) => !(left < right);
}
