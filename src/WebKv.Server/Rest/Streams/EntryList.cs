using System.Text.Json;
using System.Text.Json.Serialization;
using WebKv.Engine.Errors;
using WebKv.Engine.Streams;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>Entries in an answer, written from the reply itself.</summary>
[JsonConverter(typeof(EntryListConverter))]
internal readonly record struct EntryList(EntriesReply Entries, BinaryEncoding Encoding)
{
    private const long BytesMax = 4L * ValueSender.JsonBytesMax;

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        EntryReply entry = Entries.First;
        for (int i = 0; i < Entries.Count; i++, entry = entry.Next)
            new EntryItem(entry, Encoding).Write(writer);
        writer.WriteEndArray();
    }

    /// <summary>Why entries cannot be had in an encoding, or null.</summary>
    public static Problem? Refuse(EntriesReply entries, BinaryEncoding encoding)
    {
        var form = new Representation(RepresentationKind.Json, encoding);
        long total = 0;
        EntryReply entry = entries.First;
        for (int i = 0; i < entries.Count; i++, entry = entry.Next)
            if (Refuse(entry, form, ref total) is { } refusal)
                return refusal;
        return null;
    }

    private static Problem? Refuse(EntryReply entry, Representation form, ref long total)
    {
        int fields = entry.FieldCount;
        for (int i = 0; i < fields; i++)
        {
            Problem? refusal =
                ValueSender.Refuse(entry.FieldAt(i), form) ?? ValueSender.Refuse(entry.ValueAt(i), form);
            if (refusal is not null)
                return refusal;
            total += entry.FieldAt(i).Bytes.Length + entry.ValueAt(i).Bytes.Length;
        }
        return total <= BytesMax
            ? null
            : Problem.Of(ErrorCode.NotAcceptable, $"the entries have more than {BytesMax} bytes; read fewer at once");
    }
}
