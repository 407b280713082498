using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WebKv.Server.Rest.Http;

internal sealed class JsonNumberConverter : JsonConverter<JsonNumber>
{
    public override JsonNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => new JsonNumber(reader.GetString()!),
            JsonTokenType.Number => new JsonNumber(TextOf(ref reader)),
            _ => throw new JsonException("expected a number, or a number as a string"),
        };

    public override void Write(Utf8JsonWriter writer, JsonNumber value, JsonSerializerOptions options)
    {
        if (value.IsSafe)
            writer.WriteRawValue(value.Text);
        else
            writer.WriteStringValue(value.Text);
    }

    /// <summary>The digits of a number as they were sent: 1e21 is not the text that a double would give back.
    /// </summary>
    internal static string TextOf(ref Utf8JsonReader reader) => reader.HasValueSequence
        ? Encoding.ASCII.GetString(reader.ValueSequence)
        : Encoding.ASCII.GetString(reader.ValueSpan);
}
