using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>
/// Reads what a <see cref="FormWriter"/> wrote, or somebody else: from the first thing on that cannot be, all further
/// ones are zero and empty, and <see cref="IsBad"/> says so.
/// </summary>
internal ref struct FormReader(ReadOnlySpan<byte> from)
{
    private ReadOnlySpan<byte> _rest = from;

    public bool IsBad { get; private set; }

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    public ulong Number()
    {
        ulong value = 0;
        for (int i = 0; i < _rest.Length && i < 10; i++)
        {
            value |= (ulong)(_rest[i] & 0x7F) << (7 * i);
            if (_rest[i] > 0x7F)
                continue;
            bool overflows = i == 9 && _rest[i] > 1;
            _rest = _rest[(i + 1)..];
            return overflows ? Bad() : value;
        }
        return Bad();
    }

    /// <summary>A number of things that follow, each of at least so many bytes: so no loop runs longer than the input.
    /// </summary>
    public int Count(int bytesEach)
    {
        ulong count = Number();
        return count <= (ulong)(_rest.Length / bytesEach) ? (int)count : (int)Bad();
    }

    /// <summary>A number that is no bigger than a signed one can be.</summary>
    public long Signed()
    {
        ulong value = Number();
        return value <= long.MaxValue ? (long)value : (long)Bad();
    }

    public ReadOnlySpan<byte> Bytes()
    {
        ulong length = Number();
        if (length > (ulong)_rest.Length)
        {
            Bad();
            return default;
        }
        ReadOnlySpan<byte> bytes = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return bytes;
    }

    public StreamId Id() => new(Number(), Number());

    private ulong Bad()
    {
        IsBad = true;
        _rest = default;
        return 0;
    }
}
