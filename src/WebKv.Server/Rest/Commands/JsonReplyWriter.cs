using System.Buffers.Text;
using System.Text.Json;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Commands;

/// <summary>
/// Writes replies as JSON: integers beyond 2^53-1 and numbers that are none in JSON as strings, bytes as text or
/// {"base64": ..}, maps as objects, sets as arrays, an error inside a reply as {"error": {code, message}}.
/// </summary>
/// <remarks>
/// The idea: aggregates announce their size and are never closed, so each has a frame that counts what is still to
/// come. In a list of items (<see cref="BeginItems"/>) each reply becomes {"result": ..} or {"error": ..}. An error
/// that is the whole reply is not written but kept in <see cref="Failure"/>, since it becomes the answer's status.
/// </remarks>
internal sealed class JsonReplyWriter(Utf8JsonWriter json, BinaryEncoding encoding) : IReplyWriter
{
    /// <summary>Bytes of JSON after which bytes are no longer added: many big values can be asked for in one request.
    /// </summary>
    private const int ReplyBytesMax = 128 * 1024 * 1024;

    private readonly Stack<Frame> _frames = new();
    private bool _nextArrayHoldsItems;

    private enum Shape
    {
        Array,
        Map,
        Items,
    }

    /// <summary>The error that was the whole reply.</summary>
    public Error? Failure { get; private set; }

    private bool IsAtKey => _frames.TryPeek(out Frame frame) && frame.Shape == Shape.Map && frame.Left % 2 == 0;

    /// <summary>Starts a list of replies.</summary>
    public void BeginItems(int count) => Begin(Shape.Items, count);

    /// <summary>Makes the next array a list of replies: what a transaction writes.</summary>
    public void ExpectItems() => _nextArrayHoldsItems = true;

    public void Status(ReadOnlySpan<byte> text) => Text(text);

    public void Verbatim(ReadOnlySpan<byte> text) => Text(text);

    public void Integer(long value)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, digits, out int length);
        if (IsAtKey || !JsonNumber.IsSafeInteger(value))
        {
            Text(digits[..length]);
            return;
        }
        Open();
        json.WriteNumberValue(value);
        Close();
    }

    public void Double(double value)
    {
        if (double.IsFinite(value))
        {
            Open();
            json.WriteNumberValue(value);
            Close();
            return;
        }
        Text(double.IsNaN(value) ? "nan"u8 : value > 0 ? "inf"u8 : "-inf"u8);
    }

    public void Boolean(bool value)
    {
        Open();
        json.WriteBooleanValue(value);
        Close();
    }

    public void Bulk(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ValueSender.JsonBytesMax)
        {
            Error(TooLong());
            return;
        }
        if (json.BytesCommitted + json.BytesPending + bytes.Length > ReplyBytesMax)
        {
            Error(TooMuch());
            return;
        }
        if (WritesKey(bytes))
            return;
        Open();
        BinaryValue.Write(json, bytes, encoding);
        Close();
    }

    public void Bulk(Blob blob) => Bulk(blob.Span);

    public void Null()
    {
        Open();
        json.WriteNullValue();
        Close();
    }

    public void NullArray() => Null();

    public void BeginArray(int count)
    {
        Shape shape = _nextArrayHoldsItems ? Shape.Items : Shape.Array;
        _nextArrayHoldsItems = false;
        Begin(shape, count);
    }

    public void BeginSet(int count) => Begin(Shape.Array, count);

    public void BeginMap(int pairs) => Begin(Shape.Map, pairs * 2);

    public void Error(Error error)
    {
        if (_frames.Count == 0)
        {
            Failure = error;
            return;
        }
        json.WriteStartObject();
        json.WriteStartObject("error"u8);
        json.WriteString("code"u8, error.Mapping.Name);
        json.WriteString("message"u8, error.Message);
        json.WriteEndObject();
        if (_frames.Peek().Shape != Shape.Items)
            json.WriteEndObject();
        Close();
    }

    private void Text(ReadOnlySpan<byte> text)
    {
        if (WritesKey(text))
            return;
        Open();
        json.WriteStringValue(text);
        Close();
    }

    private bool WritesKey(ReadOnlySpan<byte> name)
    {
        if (!IsAtKey)
            return false;
        json.WritePropertyName(name);
        Count();
        return true;
    }

    private void Begin(Shape shape, int count)
    {
        Open();
        if (shape == Shape.Map)
            json.WriteStartObject();
        else
            json.WriteStartArray();
        _frames.Push(new Frame(shape, count));
        if (count == 0)
            CloseFrames();
    }

    private void Open()
    {
        if (!_frames.TryPeek(out Frame frame) || frame.Shape != Shape.Items)
            return;
        json.WriteStartObject();
        json.WritePropertyName("result"u8);
    }

    // One element is complete, and with it maybe the aggregate that it ends, and so on.
    private void Close()
    {
        if (_frames.Count == 0)
            return;
        if (_frames.Peek().Shape == Shape.Items)
            json.WriteEndObject();
        Count();
        CloseFrames();
    }

    private void CloseFrames()
    {
        if (!_frames.TryPeek(out Frame frame) || frame.Left > 0)
            return;
        _frames.Pop();
        if (frame.Shape == Shape.Map)
            json.WriteEndObject();
        else
            json.WriteEndArray();
        Close();
    }

    private void Count()
    {
        Frame frame = _frames.Pop();
        _frames.Push(frame with { Left = frame.Left - 1 });
    }

    private static Error TooLong() => new(
        ErrorCode.NotAcceptable,
        $"ERR a value above {ValueSender.JsonBytesMax} bytes can be had as {Representation.Raw} only");

    private static Error TooMuch() => new(
        ErrorCode.PayloadTooLarge, $"ERR the replies exceed {ReplyBytesMax} bytes; ask for less at once");

    private readonly record struct Frame(Shape Shape, int Left);
}
