using System.Text.Json;
using System.Text.Json.Serialization;
using WebKv.Engine.Streams;
using WebKv.Memory.Collections.Streams;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>An entry in an answer: {"id": .., "fields": [{"field": .., "value": ..}]}, written from the reply itself.
/// </summary>
[JsonConverter(typeof(EntryItemConverter))]
internal readonly record struct EntryItem(EntryReply Entry, BinaryEncoding Encoding)
{
    public void Write(Utf8JsonWriter writer)
    {
        Span<byte> id = stackalloc byte[StreamId.TextMax];
        writer.WriteStartObject();
        writer.WriteString("id"u8, id[..Entry.Id.Format(id)]);
        if (Entry.IsGone)
        {
            writer.WriteNull("fields"u8);
            writer.WriteEndObject();
            return;
        }
        writer.WriteStartArray("fields"u8);
        int fields = Entry.FieldCount;
        for (int i = 0; i < fields; i++)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("field"u8);
            BinaryValue.Write(writer, Entry.FieldAt(i).Bytes, Encoding);
            writer.WritePropertyName("value"u8);
            BinaryValue.Write(writer, Entry.ValueAt(i).Bytes, Encoding);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
