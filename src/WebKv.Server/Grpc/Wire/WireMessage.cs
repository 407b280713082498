namespace WebKv.Server.Grpc.Wire;

/// <summary>
/// A protobuf message as its bytes, in a buffer that is used again: what the hot methods receive and send instead of
/// generated messages.
/// </summary>
/// <remarks>
/// The idea: a generated message costs an object per command, per argument and per reply. Here a request is copied
/// once out of the connection, its commands are read where they lie, and the response is written once, as it goes on
/// the wire. Spare messages are kept per thread, so that taking one costs nothing to speak of; buffers beyond
/// <see cref="KeptBytesMax"/> are not kept, and a message that is never given back (a call that broke) is left to the
/// collector. Thread rule: one owner at a time; it may be given back on another thread than it was taken on.
/// </remarks>
internal sealed class WireMessage
{
    private const int KeptBytesMax = 64 * 1024;
    private const int SparesMax = 8;

    [ThreadStatic]
    private static Stack<WireMessage>? _spares;

    private byte[] _buffer = new byte[512];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, Length);

    /// <summary>An empty message.</summary>
    public static WireMessage Rent() => _spares is { Count: > 0 } spares ? spares.Pop() : new WireMessage();

    public static void Return(WireMessage message)
    {
        message.Length = 0;
        Stack<WireMessage> spares = _spares ??= new Stack<WireMessage>(SparesMax);
        if (spares.Count < SparesMax && message._buffer.Length <= KeptBytesMax)
            spares.Push(message);
    }

    /// <summary>The next bytes of the message, for the caller to fill.</summary>
    public Span<byte> Add(int count)
    {
        if (_buffer.Length - Length < count)
            Grow(count);
        Span<byte> room = _buffer.AsSpan(Length, count);
        Length += count;
        return room;
    }

    /// <summary>Makes room between two bytes that are written already.</summary>
    public void OpenGap(int at, int count)
    {
        int moved = Length - at;
        Add(count);
        _buffer.AsSpan(at, moved).CopyTo(_buffer.AsSpan(at + count));
    }

    /// <summary>Bytes that are written already, to be overwritten.</summary>
    public Span<byte> Written(int from) => _buffer.AsSpan(from, Length - from);

    public void Truncate(int length) => Length = length;

    private void Grow(int count)
    {
        long needed = Math.Max(_buffer.Length * 2L, (long)Length + count);
        Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, needed));
    }
}
