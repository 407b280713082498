using System.Buffers;

namespace WebKv.Memory;

/// <summary>
/// A blob's content as <see cref="Memory{T}"/>, for sockets to read into and send from. It holds a reference of its
/// own until it is disposed.
/// </summary>
public sealed unsafe class BlobMemory : MemoryManager<byte>
{
    private Blob _blob;

    public BlobMemory(Blob blob)
    {
        blob.Retain();
        _blob = blob;
    }

    public override Span<byte> GetSpan() => _blob.Span;

    public override MemoryHandle Pin(int elementIndex = 0)
    {
        fixed (byte* start = _blob.Span)
            return new MemoryHandle(start + elementIndex);
    }

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        _blob.Release();
        _blob = default;
    }
}
