using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// Bytes in JSON: a string is UTF-8 text, an object {"base64": ".."} is any bytes. Nothing is guessed: a number or
/// JSON inside a value is text.
/// </summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="Encoding">How to write them.</param>
[JsonConverter(typeof(BinaryValueConverter))]
internal sealed record BinaryValue(byte[] Bytes, BinaryEncoding Encoding = BinaryEncoding.Auto)
{
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> bytes, BinaryEncoding encoding)
    {
        if (encoding != BinaryEncoding.Base64 && Utf8.IsValid(bytes))
        {
            writer.WriteStringValue(bytes);
            return;
        }
        writer.WriteStartObject();
        writer.WriteBase64String("base64"u8, bytes);
        writer.WriteEndObject();
    }
}
