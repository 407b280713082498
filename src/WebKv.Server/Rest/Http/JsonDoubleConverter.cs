using System.Text.Json;
using System.Text.Json.Serialization;
using WebKv.Engine.Commands;

namespace WebKv.Server.Rest.Http;

internal sealed class JsonDoubleConverter : JsonConverter<JsonDouble>
{
    private const string Expected = "expected a number, \"inf\" or \"-inf\"";

    public override JsonDouble Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number
            && reader.TryGetDouble(out double number) && double.IsFinite(number))
            return new JsonDouble(number);
        if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("inf"u8))
            return new JsonDouble(double.PositiveInfinity);
        if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("-inf"u8))
            return new JsonDouble(double.NegativeInfinity);
        throw new JsonException(Expected);
    }

    public override void Write(Utf8JsonWriter writer, JsonDouble value, JsonSerializerOptions options) =>
        Write(writer, value.Value);

    public static void Write(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
            return;
        }
        Span<byte> text = stackalloc byte[Numbers.FormattedDoubleMax];
        writer.WriteStringValue(text[..Numbers.Format(value, text)]);
    }
}
