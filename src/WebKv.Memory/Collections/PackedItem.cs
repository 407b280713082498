using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics;

namespace WebKv.Memory.Collections;

/// <summary>
/// One element of a packed list: bytes, or the integer that they spell.
/// </summary>
/// <remarks>
/// The idea: bytes that are exactly the decimal text of a 64-bit integer are always kept as that integer, in one to
/// nine bytes. The form is canonical, so two elements are equal if and only if their forms are, and neither side has
/// to be turned into text to be compared.
/// <code>
/// 0iiiiiii            integer 0 to 127
/// 10llllll            0 to 63 bytes follow
/// 110lllll llllllll   64 to 8191 bytes follow
/// 11100000 u32        more bytes follow
/// 111001ww            integer of 1, 2, 4 or 8 bytes follows (w = 0 to 3), little endian
/// </code>
/// </remarks>
public readonly ref struct PackedItem
{
    /// <summary>Longest text of an integer: "-9223372036854775808".</summary>
    public const int IntegerTextMax = 20;

    private const int TinyIntegerMax = 127;
    private const int ShortBytesMax = 63;
    private const int MediumBytesMax = (1 << 13) - 1;
    private const byte ShortBytesHead = 0x80;
    private const byte MediumBytesHead = 0xC0;
    private const byte LongBytesHead = 0xE0;
    private const byte IntegerHead = 0xE4;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly long _integer;

    private PackedItem(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    private PackedItem(long integer)
    {
        IsInteger = true;
        _integer = integer;
    }

    public bool IsInteger { get; }

    /// <summary>The integer; only if <see cref="IsInteger"/>.</summary>
    public long Integer => _integer;

    /// <summary>The bytes; only if not <see cref="IsInteger"/>.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Length of the element as its user knows it.</summary>
    public int TextLength => IsInteger ? IntegerTextLength(_integer) : _bytes.Length;

    /// <summary>Bytes that its form takes.</summary>
    internal int EncodedLength => IsInteger ? IntegerLength(_integer) : HeadLength(_bytes.Length) + _bytes.Length;

    /// <summary>The element with this text.</summary>
    public static PackedItem Of(ReadOnlySpan<byte> text) =>
        TryParseCanonical(text, out long integer) ? new PackedItem(integer) : new PackedItem(text);

    public static PackedItem Of(long integer) => new(integer);

    /// <summary>Bytes that are no text, so that nobody takes them for an integer. They equal no element made of text.
    /// </summary>
    public static PackedItem OfBytes(ReadOnlySpan<byte> bytes) => new(bytes);

    /// <summary>The text: the bytes themselves, or the integer's digits written into the caller's room of at least
    /// <see cref="IntegerTextMax"/> bytes.</summary>
    public ReadOnlySpan<byte> Text(Span<byte> room)
    {
        if (!IsInteger)
            return _bytes;
        Utf8Formatter.TryFormat(_integer, room, out int written);
        return room[..written];
    }

    /// <summary>The text copied into the caller's room; returns its length.</summary>
    public int CopyTo(Span<byte> room)
    {
        if (IsInteger)
        {
            Utf8Formatter.TryFormat(_integer, room, out int written);
            return written;
        }
        _bytes.CopyTo(room);
        return _bytes.Length;
    }

    public bool SameAs(PackedItem other) =>
        IsInteger == other.IsInteger && _integer == other._integer && _bytes.SequenceEqual(other._bytes);

    /// <summary>The integer that a text spells, if it spells it the only way that printing would.</summary>
    public static bool TryParseCanonical(ReadOnlySpan<byte> text, out long integer)
    {
        integer = 0;
        if (text.IsEmpty || text.Length > IntegerTextMax || !IsCanonicalStart(text))
            return false;
        return Utf8Parser.TryParse(text, out integer, out int consumed) && consumed == text.Length;
    }

    internal static PackedItem Read(ReadOnlySpan<byte> from, out int length)
    {
        byte head = from[0];
        if (head <= TinyIntegerMax)
        {
            length = 1;
            return new PackedItem(head);
        }
        if (head >= IntegerHead)
            return ReadInteger(from, head & 3, out length);
        int headLength;
        int count;
        if (head < MediumBytesHead)
            (headLength, count) = (1, head & ShortBytesMax);
        else if (head < LongBytesHead)
            (headLength, count) = (2, (head & 0x1F) << 8 | from[1]);
        else
            (headLength, count) = (5, BinaryPrimitives.ReadInt32LittleEndian(from[1..]));
        length = headLength + count;
        return new PackedItem(from.Slice(headLength, count));
    }

    internal void Write(Span<byte> to)
    {
        if (IsInteger)
        {
            WriteInteger(to, _integer);
            return;
        }
        int headLength = HeadLength(_bytes.Length);
        if (headLength == 1)
        {
            to[0] = (byte)(ShortBytesHead | _bytes.Length);
        }
        else if (headLength == 2)
        {
            to[0] = (byte)(MediumBytesHead | _bytes.Length >> 8);
            to[1] = (byte)_bytes.Length;
        }
        else
        {
            to[0] = LongBytesHead;
            BinaryPrimitives.WriteInt32LittleEndian(to[1..], _bytes.Length);
        }
        _bytes.CopyTo(to[headLength..]);
    }

    private static PackedItem ReadInteger(ReadOnlySpan<byte> from, int width, out int length)
    {
        length = 1 + (1 << width);
        ReadOnlySpan<byte> bytes = from[1..];
        return new PackedItem(width switch
        {
            0 => (sbyte)bytes[0],
            1 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
            2 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
            _ => BinaryPrimitives.ReadInt64LittleEndian(bytes),
        });
    }

    private static void WriteInteger(Span<byte> to, long value)
    {
        if (value is >= 0 and <= TinyIntegerMax)
        {
            to[0] = (byte)value;
            return;
        }
        int width = WidthOf(value);
        to[0] = (byte)(IntegerHead | width);
        Span<byte> bytes = to[1..];
        if (width == 0)
            bytes[0] = (byte)value;
        else if (width == 1)
            BinaryPrimitives.WriteInt16LittleEndian(bytes, (short)value);
        else if (width == 2)
            BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)value);
        else
            BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
    }

    private static int IntegerLength(long value) =>
        value is >= 0 and <= TinyIntegerMax ? 1 : 1 + (1 << WidthOf(value));

    private static int WidthOf(long value) => value switch
    {
        >= sbyte.MinValue and <= sbyte.MaxValue => 0,
        >= short.MinValue and <= short.MaxValue => 1,
        >= int.MinValue and <= int.MaxValue => 2,
        _ => 3,
    };

    private static int HeadLength(int count) => count switch
    {
        <= ShortBytesMax => 1,
        <= MediumBytesMax => 2,
        _ => 5,
    };

    private static int IntegerTextLength(long value)
    {
        Span<byte> text = stackalloc byte[IntegerTextMax];
        bool fits = Utf8Formatter.TryFormat(value, text, out int written);
        Debug.Assert(fits, "no 64-bit integer is longer");
        return written;
    }

    // No plus sign, no leading zero, no "-0".
    private static bool IsCanonicalStart(ReadOnlySpan<byte> text)
    {
        int first = text[0] == '-' ? 1 : 0;
        if (first == text.Length || !char.IsAsciiDigit((char)text[first]))
            return false;
        return text[first] != '0' || text.Length == 1;
    }
}
