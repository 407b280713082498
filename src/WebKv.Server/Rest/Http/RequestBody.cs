using System.Buffers;
using System.IO.Pipelines;
using WebKv.Engine.Commands;
using WebKv.Memory;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// The raw body of a request: a pooled buffer while it is small, a blob from <see cref="Values.BlobBytesMin"/> on, so
/// that the engine can keep it without copying.
/// </summary>
/// <remarks>
/// It is filled while it arrives and never held twice. A body of unknown length begins in the buffer and moves into a
/// blob that doubles; so does one of which much is announced, because what is only announced may take no memory.
/// Dispose gives back the buffer and this reference of the blob.
/// </remarks>
internal struct RequestBody : IDisposable
{
    private const int FirstBlobBytes = 1024 * 1024;

    private readonly int _lengthMax;
    private byte[]? _rented;
    private Blob _blob;
    private int _length;

    private RequestBody(byte[]? rented, Blob blob, int lengthMax)
    {
        _rented = rented;
        _blob = blob;
        _lengthMax = lengthMax;
    }

    public readonly Value Value => _blob.IsNull ? new Value(_rented.AsSpan(0, _length)) : new Value(_blob);

    public readonly ReadOnlySpan<byte> Bytes => _blob.IsNull ? _rented.AsSpan(0, _length) : _blob.Span;

    /// <summary>Bytes that came with a JSON value.</summary>
    public static RequestBody Of(byte[] bytes) => bytes.Length >= Values.BlobBytesMin
        ? new RequestBody(null, Blob.CopyOf(bytes), bytes.Length)
        : new RequestBody(bytes, default, bytes.Length) { _length = bytes.Length, IsBorrowed = true };

    private bool IsBorrowed { get; init; }

    public static async ValueTask<RequestBody> ReadAsync(HttpContext http, long bytesMax)
    {
        long? announced = http.Request.ContentLength;
        if (announced > bytesMax)
            throw TooLarge(bytesMax, announced);
        RequestBody body = Allocate(announced);
        try
        {
            PipeReader reader = http.Request.BodyReader;
            while (announced is null || body._length < announced)
            {
                ReadResult read = await reader.ReadAsync(http.RequestAborted);
                bool fits = body._length + read.Buffer.Length <= bytesMax;
                if (fits)
                    body.Append(read.Buffer);
                // The server reads the rest away, which it cannot while a read is open.
                reader.AdvanceTo(read.Buffer.End);
                if (!fits)
                    throw TooLarge(bytesMax, null);
                if (read.IsCompleted)
                    break;
            }
            body.Trim();
            return body;
        }
        catch (InvalidOperationException e)
        {
            // Kestrel's parser takes bytes of a trailer that are no text for a mistake of its own, and cannot read on.
            body.Dispose();
            http.Abort();
            throw new BadHttpRequestException("a trailer of the body is no text", e);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_rented is not null && !IsBorrowed)
            ArrayPool<byte>.Shared.Return(_rented);
        _blob.Release();
        _rented = null;
        _blob = default;
    }

    private static RequestBody Allocate(long? announced) => announced switch
    {
        null => new RequestBody(ArrayPool<byte>.Shared.Rent(Values.BlobBytesMin), default, Values.LengthMax),
        < Values.BlobBytesMin =>
            new RequestBody(ArrayPool<byte>.Shared.Rent((int)announced), default, (int)announced),
        _ => new RequestBody(null, Blob.Allocate((int)Math.Min(announced.Value, FirstBlobBytes)), (int)announced),
    };

    private void Append(ReadOnlySequence<byte> bytes)
    {
        int length = _length + (int)bytes.Length;
        if (length > Room.Length)
            Grow(length);
        bytes.CopyTo(Room[_length..]);
        _length = length;
    }

    private readonly Span<byte> Room => _blob.IsNull ? _rented : _blob.Span;

    private void Grow(int length)
    {
        Blob grown = Blob.Allocate((int)Math.Min(Math.Max(length, Room.Length * 2L), _lengthMax));
        Room[.._length].CopyTo(grown.Span);
        Dispose();
        _blob = grown;
    }

    // A chunked body leaves room in its blob, or fits where the engine wants a blob.
    private void Trim()
    {
        if (_blob.IsNull && _length < Values.BlobBytesMin)
            return;
        if (!_blob.IsNull && _blob.Length == _length)
            return;
        Blob exact = Blob.CopyOf(Room[.._length]);
        Dispose();
        _blob = exact;
    }

    private static BadHttpRequestException TooLarge(long bytesMax, long? bytes) => new(
        bytes is null
            ? $"the body is larger than the limit of {bytesMax} bytes"
            : $"the body has {bytes} bytes, the limit is {bytesMax}",
        StatusCodes.Status413PayloadTooLarge);
}
