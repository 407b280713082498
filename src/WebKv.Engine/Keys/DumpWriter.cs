using System.Buffers;
using WebKv.Engine.Commands;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>
/// Where a collection is written for a DUMP: a blob that grows, up to the longest value that a client can send back.
/// </summary>
/// <remarks>Beyond that it takes everything and keeps nothing: the writers have no way to stop in the middle.
/// </remarks>
internal sealed class DumpWriter : IBufferWriter<byte>
{
    private const int FirstBytes = 1024;

    private Blob _blob = Blob.Allocate(FirstBytes);
    private byte[]? _discarded;
    private int _length;

    /// <summary>Whether there was more than can be kept.</summary>
    public bool IsTooLong => _discarded is not null;

    public void Advance(int count)
    {
        if (!IsTooLong)
            _length += count;
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        int wanted = Math.Max(sizeHint, 1);
        if (IsTooLong || wanted > Values.LengthMax - _length)
            return Discarded(wanted);
        if (_blob.Length - _length < wanted)
        {
            long doubled = Math.Max(_blob.Length * 2L, (long)_length + wanted);
            _blob = _blob.WithLength((int)Math.Min(doubled, Values.LengthMax));
        }
        return _blob.Span[_length..];
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

    /// <summary>What was written; the reference is the caller's.</summary>
    public Blob Take()
    {
        Blob written = _blob.WithLength(_length);
        _blob = default;
        return written;
    }

    private Span<byte> Discarded(int length)
    {
        if (_discarded is null || _discarded.Length < length)
            _discarded = new byte[Math.Max(length, FirstBytes)];
        return _discarded;
    }
}
