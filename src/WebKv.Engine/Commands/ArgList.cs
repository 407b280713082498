using WebKv.Memory;

namespace WebKv.Engine.Commands;

/// <summary>
/// A command line as a view: argument 0 is the command's name. It borrows the door's buffer, so whoever keeps an
/// argument copies it.
/// </summary>
/// <remarks>
/// Arguments of <see cref="Values.BlobBytesMin"/> or more lie in blobs that the owner of the line filled before; a
/// command that stores one retains it instead of copying.
/// </remarks>
public readonly ref struct ArgList
{
    private readonly ReadOnlySpan<byte> _buffer;
    private readonly ReadOnlySpan<ArgSlice> _slices;
    private readonly ReadOnlySpan<Blob> _blobs;

    public ArgList(ReadOnlySpan<byte> buffer, ReadOnlySpan<ArgSlice> slices, ReadOnlySpan<Blob> blobs)
    {
        _buffer = buffer;
        _slices = slices;
        _blobs = blobs;
    }

    public int Count => _slices.Length;

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            ArgSlice slice = _slices[index];
            return slice.IsBlob ? _blobs[slice.Start].Span : _buffer.Slice(slice.Start, slice.Length);
        }
    }

    public Value Value(int index)
    {
        ArgSlice slice = _slices[index];
        return slice.IsBlob
            ? new Value(_blobs[slice.Start])
            : new Value(_buffer.Slice(slice.Start, slice.Length));
    }
}
