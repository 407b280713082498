using System.Text.Json;

namespace WebKv.Server.Rest.Http;

internal sealed class FieldListConverter : AnswerConverter<FieldList>
{
    public override void Write(Utf8JsonWriter writer, FieldList list, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (int i = 0; i < list.Pairs.Count; i++)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("field"u8);
            BinaryValue.Write(writer, list.Pairs.FieldAt(i).Bytes, list.Encoding);
            writer.WritePropertyName("value"u8);
            BinaryValue.Write(writer, list.Pairs.ValueAt(i).Bytes, list.Encoding);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
