using System.Text.Json;

namespace WebKv.Server.Rest.Http;

internal sealed class ScoredListConverter : AnswerConverter<ScoredList>
{
    public override void Write(Utf8JsonWriter writer, ScoredList list, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        for (int i = 0; i < list.Entries.Count; i++)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("member"u8);
            BinaryValue.Write(writer, list.Entries.MemberAt(i).Bytes, list.Encoding);
            writer.WritePropertyName("score"u8);
            JsonDoubleConverter.Write(writer, list.Entries.ScoreAt(i));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
