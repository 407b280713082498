using System.Text.Json;
using WebKv.Engine.Replies;

namespace WebKv.Server.Rest.Http;

internal sealed class ValueListConverter : AnswerConverter<ValueList>
{
    public override void Write(Utf8JsonWriter writer, ValueList list, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (int i = 0; i < list.Values.Count; i++)
        {
            BulkReply value = list.Values[i];
            if (value.IsNull)
                writer.WriteNullValue();
            else
                BinaryValue.Write(writer, value.Bytes, list.Encoding);
        }
        writer.WriteEndArray();
    }
}
