using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Commands;

internal sealed class CommandWordConverter : JsonConverter<CommandWord>
{
    private static readonly BinaryValueConverter Values = new();

    public override CommandWord Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number
            ? new CommandWord(Encoding.ASCII.GetBytes(JsonNumberConverter.TextOf(ref reader)))
            : new CommandWord(Values.Read(ref reader, typeof(BinaryValue), options).Bytes);

    public override void Write(Utf8JsonWriter writer, CommandWord value, JsonSerializerOptions options) =>
        BinaryValue.Write(writer, value.Bytes, BinaryEncoding.Auto);
}
