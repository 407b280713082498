using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WebKv.Server.Rest.Events;

/// <summary>
/// Server-sent events on one response: events with a JSON object as data, and comments as heartbeats.
/// </summary>
/// <remarks>
/// Written by hand, since the framework's own results cannot send comments. JSON escapes line breaks, so each object
/// is one line of data. Nothing leaves before <see cref="FlushAsync"/>, which waits for a client that reads slowly.
/// </remarks>
internal sealed class EventStream : IDisposable
{
    public const string ContentType = "text/event-stream";

    private readonly PipeWriter _body;
    private readonly Utf8JsonWriter _json;

    public EventStream(HttpContext http)
    {
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        // A proxy that collects responses would keep the events to itself.
        http.Response.Headers["X-Accel-Buffering"] = "no";
        _body = http.Response.BodyWriter;
        _json = new Utf8JsonWriter(_body, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            SkipValidation = true,
        });
    }

    /// <summary>Whether the client says that it had received events before its connection broke.</summary>
    public static bool IsResumed(HttpContext http) => http.Request.Headers.ContainsKey("Last-Event-ID");

    /// <summary>Begins an event; write its object into the result, then end it.</summary>
    public Utf8JsonWriter Begin(ReadOnlySpan<byte> name, ReadOnlySpan<byte> id = default)
    {
        Line("event: "u8, name);
        if (!id.IsEmpty)
            Line("id: "u8, id);
        _body.Write("data: "u8);
        return _json;
    }

    public void End()
    {
        _json.Flush();
        _json.Reset(_body);
        _body.Write("\n\n"u8);
    }

    /// <summary>What clients do not see as an event, but their connection as life.</summary>
    public void Heartbeat() => _body.Write(": heartbeat\n\n"u8);

    public async ValueTask FlushAsync(CancellationToken stop) => await _body.FlushAsync(stop);

    public void Dispose() => _json.Dispose();

    private void Line(ReadOnlySpan<byte> field, ReadOnlySpan<byte> text)
    {
        _body.Write(field);
        _body.Write(text);
        _body.Write("\n"u8);
    }
}
