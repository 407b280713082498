using System.Buffers.Binary;

namespace WebKv.Server.Grpc.Wire;

/// <summary>
/// Reads the fields of a protobuf message in the order in which they lie. Anything that is not a message ends the
/// reading and sets <see cref="IsFaulted"/>; it never throws.
/// </summary>
/// <remarks>
/// Positions count from the start of the whole buffer, so that a field of a nested message can be found again.
/// Groups, which proto3 does not have, are a fault.
/// </remarks>
internal ref struct ProtoReader
{
    private const int VarintBytesMax = 10;

    private readonly ReadOnlySpan<byte> _buffer;
    private int _at;

    /// <param name="buffer">What holds the message, and maybe more before and after it.</param>
    /// <param name="start">Where the message starts.</param>
    /// <param name="length">Its bytes.</param>
    public ProtoReader(ReadOnlySpan<byte> buffer, int start, int length)
    {
        _buffer = buffer[..(start + length)];
        _at = start;
    }

    public ProtoReader(ReadOnlySpan<byte> message)
    {
        _buffer = message;
    }

    public bool IsFaulted { get; private set; }

    /// <summary>Where the next field starts.</summary>
    public readonly int Position => _at;

    /// <summary>The number of the field that <see cref="Next"/> came to.</summary>
    public int Field { get; private set; }

    /// <summary>The value of a varint or fixed field.</summary>
    public ulong Number { get; private set; }

    /// <summary>Where the content of a length-delimited field starts.</summary>
    public int Start { get; private set; }

    /// <summary>The bytes of a length-delimited field.</summary>
    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Content => _buffer.Slice(Start, Length);

    /// <summary>The content as a message of its own.</summary>
    public readonly ProtoReader Message => new(_buffer, Start, Length);

    private WireType Type { get; set; }

    public readonly bool Is(int field, WireType type) => Field == field && Type == type;

    /// <summary>Reads the next field whole; false at the end and at a fault.</summary>
    public bool Next()
    {
        if (_at == _buffer.Length || IsFaulted)
            return false;
        if (!TryVarint(out ulong tag) || tag > uint.MaxValue || tag >> 3 == 0)
            return Fault();
        Field = (int)(tag >> 3);
        Type = (WireType)(tag & 7);
        return Type switch
        {
            WireType.Varint => TryVarint(out ulong number) ? Take(number) : Fault(),
            WireType.Length => TakeContent(),
            WireType.Fixed64 => TakeFixed(sizeof(ulong)),
            WireType.Fixed32 => TakeFixed(sizeof(uint)),
            _ => Fault(),
        };
    }

    private bool TakeContent()
    {
        if (!TryVarint(out ulong length) || length > (ulong)(_buffer.Length - _at))
            return Fault();
        Start = _at;
        Length = (int)length;
        _at += Length;
        return true;
    }

    private bool TakeFixed(int size)
    {
        if (_buffer.Length - _at < size)
            return Fault();
        Number = size == sizeof(uint)
            ? BinaryPrimitives.ReadUInt32LittleEndian(_buffer[_at..])
            : BinaryPrimitives.ReadUInt64LittleEndian(_buffer[_at..]);
        _at += size;
        return true;
    }

    private bool TryVarint(out ulong value)
    {
        if (_at < _buffer.Length && _buffer[_at] < 0x80)
        {
            value = _buffer[_at++];
            return true;
        }
        return TryLongVarint(out value);
    }

    private bool TryLongVarint(out ulong value)
    {
        value = 0;
        for (int i = 0; i < VarintBytesMax && _at < _buffer.Length; i++)
        {
            byte part = _buffer[_at++];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
                return true;
        }
        return false;
    }

    private bool Take(ulong number)
    {
        Number = number;
        return true;
    }

    private bool Fault()
    {
        IsFaulted = true;
        return false;
    }
}
