using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// A JSON writer with its buffer, one per thread, so that a body's length is known before it is sent.
/// </summary>
/// <remarks>Rent, write, send and dispose on one thread without an await between; nested renting gets a new one. A
/// buffer that grew beyond <see cref="KeptBytesMax"/> is dropped.</remarks>
internal sealed class PooledJson : IDisposable
{
    private const int FirstBytes = 1024;
    private const int KeptBytesMax = 64 * 1024;

    [ThreadStatic]
    private static PooledJson? _spare;

    private ArrayBufferWriter<byte> _buffer = new(FirstBytes);

    private PooledJson() => Writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions
    {
        // Bodies are not HTML; text stays readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 256,
    });

    public Utf8JsonWriter Writer { get; }

    public static PooledJson Rent()
    {
        PooledJson json = _spare ?? new PooledJson();
        _spare = null;
        return json;
    }

    /// <summary>Sends what was written as the whole body.</summary>
    public Task SendAsync(HttpContext http)
    {
        Writer.Flush();
        return BodySender.SendAsync(http, _buffer.WrittenSpan);
    }

    public void Dispose()
    {
        if (_buffer.Capacity > KeptBytesMax)
            _buffer = new ArrayBufferWriter<byte>(FirstBytes);
        else
            _buffer.ResetWrittenCount();
        Writer.Reset(_buffer);
        _spare = this;
    }
}
