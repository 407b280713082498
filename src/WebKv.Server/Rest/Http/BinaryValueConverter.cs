using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebKv.Server.Rest.Http;

internal sealed class BinaryValueConverter : JsonConverter<BinaryValue>
{
    private const string Expected = "expected a string, or an object {\"base64\": \"..\"}";

    public override BinaryValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new BinaryValue(ReadText(ref reader)),
            JsonTokenType.StartObject => new BinaryValue(ReadBase64(ref reader)),
            _ => throw new JsonException(Expected),
        };

    public override void Write(Utf8JsonWriter writer, BinaryValue value, JsonSerializerOptions options) =>
        BinaryValue.Write(writer, value.Bytes, value.Encoding);

    private static byte[] ReadText(ref Utf8JsonReader reader)
    {
        if (reader is { ValueIsEscaped: false, HasValueSequence: false })
            return reader.ValueSpan.ToArray();
        // An escape can hold half a surrogate pair, which has no UTF-8 form; it must not become U+FFFD in silence.
        byte[] rented = ArrayPool<byte>.Shared.Rent(
            reader.HasValueSequence ? (int)reader.ValueSequence.Length : reader.ValueSpan.Length);
        try
        {
            return rented[..reader.CopyString(rented)];
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("the text has half of a surrogate pair; send bytes as {\"base64\": \"..\"}");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static byte[] ReadBase64(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals("base64"u8))
            throw new JsonException(Expected);
        if (!reader.Read() || reader.TokenType != JsonTokenType.String)
            throw new JsonException(Expected);
        if (!reader.TryGetBytesFromBase64(out byte[]? bytes))
            throw new JsonException("the text is not base64");
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject)
            throw new JsonException(Expected);
        return bytes;
    }
}
