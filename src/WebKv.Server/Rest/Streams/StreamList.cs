using System.Text.Json;
using System.Text.Json.Serialization;
using WebKv.Engine.Streams;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>What was read from several streams in an answer: [{"key": .., "entries": [..]}], written from the reply
/// itself.</summary>
[JsonConverter(typeof(StreamListConverter))]
internal readonly record struct StreamList(StreamsReply Streams, BinaryEncoding Encoding)
{
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        StreamReply stream = Streams.First;
        for (int i = 0; i < Streams.Count; i++)
        {
            stream = i == 0 ? stream : stream.Next;
            writer.WriteStartObject();
            writer.WritePropertyName("key"u8);
            BinaryValue.Write(writer, stream.Key.Bytes, Encoding);
            writer.WritePropertyName("entries"u8);
            new EntryList(stream.Entries, Encoding).Write(writer);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>Why streams cannot be had in an encoding, or null.</summary>
    public static Problem? Refuse(StreamsReply streams, BinaryEncoding encoding)
    {
        var form = new Representation(RepresentationKind.Json, encoding);
        StreamReply stream = streams.First;
        for (int i = 0; i < streams.Count; i++)
        {
            stream = i == 0 ? stream : stream.Next;
            Problem? refusal = ValueSender.Refuse(stream.Key, form) ?? EntryList.Refuse(stream.Entries, encoding);
            if (refusal is not null)
                return refusal;
        }
        return null;
    }
}
