using System.Buffers;
using System.Net.Sockets;
using WebKv.Memory;

namespace WebKv.Server.Resp;

/// <summary>
/// The replies of one batch until they are sent: bytes in one growing buffer, big values by reference in between.
/// </summary>
/// <remarks>
/// The buffer is rented when the first byte is written and given back after the send, so an idle connection holds
/// none. Blobs up to <see cref="CopiedBlobMax"/> are copied, as a copy is cheaper than a send of their own.
/// </remarks>
internal sealed class RespOutput
{
    private const int FirstBytes = 4096;
    private const int CopiedBlobMax = 64 * 1024;

    private readonly List<(int Position, BlobMemory Blob)> _blobs = [];
    private byte[] _buffer = [];
    private int _length;
    private long _blobBytes;

    /// <summary>Bytes waiting to be sent, those of big values included.</summary>
    public long PendingBytes => _length + _blobBytes;

    public Span<byte> GetSpan(int bytes)
    {
        if (_buffer.Length - _length < bytes)
            Grow(bytes);
        return _buffer.AsSpan(_length);
    }

    public void Advance(int bytes) => _length += bytes;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(GetSpan(bytes.Length));
        _length += bytes.Length;
    }

    public void Write(Blob blob)
    {
        if (blob.Length <= CopiedBlobMax)
        {
            Write(blob.Span);
            return;
        }
        _blobs.Add((_length, new BlobMemory(blob)));
        _blobBytes += blob.Length;
    }

    /// <summary>The end of what is written so far, for <see cref="Rewind"/>.</summary>
    public (int Bytes, int Blobs) Mark() => (_length, _blobs.Count);

    /// <summary>The bytes written since a position, big values not included.</summary>
    public ReadOnlySpan<byte> WrittenSince(int position) => _buffer.AsSpan(position, _length - position);

    /// <summary>Takes back what was written since the mark.</summary>
    public void Rewind((int Bytes, int Blobs) mark)
    {
        _length = mark.Bytes;
        for (int i = _blobs.Count - 1; i >= mark.Blobs; i--)
        {
            _blobBytes -= _blobs[i].Blob.Memory.Length;
            ((IDisposable)_blobs[i].Blob).Dispose();
            _blobs.RemoveAt(i);
        }
    }

    /// <summary>Sends everything in order and forgets it.</summary>
    public async ValueTask SendAsync(Socket socket)
    {
        int sent = 0;
        foreach ((int position, BlobMemory blob) in _blobs)
        {
            await SendAllAsync(socket, _buffer.AsMemory(sent, position - sent));
            await SendAllAsync(socket, blob.Memory);
            sent = position;
        }
        await SendAllAsync(socket, _buffer.AsMemory(sent, _length - sent));
        Clear();
    }

    public void Clear()
    {
        foreach ((_, BlobMemory blob) in _blobs)
            ((IDisposable)blob).Dispose();
        _blobs.Clear();
        _blobBytes = 0;
        _length = 0;
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private static async ValueTask SendAllAsync(Socket socket, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None)..];
    }

    private void Grow(int bytes)
    {
        long wanted = Math.Max(Math.Max(_buffer.Length * 2L, FirstBytes), (long)_length + bytes);
        byte[] grown = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, wanted));
        _buffer.AsSpan(0, _length).CopyTo(grown);
        if (_buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = grown;
    }
}
