using System.Text.Json;
using WebKv.Engine.Errors;
using WebKv.Engine.Streams;
using WebKv.Memory.Collections.Streams;
using WebKv.Server.Rest.Events;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>
/// The events of somebody who follows a stream: tailing, entry, discontinuity, end.
/// </summary>
/// <remarks>The id of each is the position behind it, so a client that sends the last one it had goes on right there,
/// also when it has had no entry yet.</remarks>
internal sealed class TailEvents(EventStream stream, BinaryEncoding encoding)
{
    /// <summary>A position that lies ahead of the stream is no id: a client that connects again asks as it did before.
    /// </summary>
    public void Tailing(TailPosition from)
    {
        Span<byte> room = stackalloc byte[StreamId.TextMax];
        ReadOnlySpan<byte> id = room[..from.Id.Format(room)];
        Utf8JsonWriter json = stream.Begin("tailing"u8, from.IsSeen ? id : default);
        json.WriteStartObject();
        json.WriteString("after"u8, id);
        json.WriteEndObject();
        stream.End();
    }

    public void Next(TailReply reply)
    {
        if (reply.Gap != TailGap.None)
            Gap(reply.Gap == TailGap.Trimmed ? "trimmed"u8 : "reset"u8, reply.Next.Id);
        EntryReply entry = reply.Entries.First;
        for (int i = 0; i < reply.Entries.Count; i++, entry = entry.Next)
            Entry(entry);
    }

    /// <summary>Says why the stream cannot be followed any longer.</summary>
    public void End(Error error)
    {
        Utf8JsonWriter json = stream.Begin("end"u8);
        json.WriteStartObject();
        json.WriteString("code"u8, error.Mapping.Name);
        json.WriteString("detail"u8, error.Message);
        json.WriteEndObject();
        stream.End();
    }

    private void Entry(EntryReply entry)
    {
        if (IsTooLarge(entry))
        {
            Gap("tooLarge"u8, entry.Id);
            return;
        }
        Span<byte> room = stackalloc byte[StreamId.TextMax];
        Utf8JsonWriter json = stream.Begin("entry"u8, room[..entry.Id.Format(room)]);
        new EntryItem(entry, encoding).Write(json);
        stream.End();
    }

    private void Gap(ReadOnlySpan<byte> reason, StreamId after)
    {
        Span<byte> room = stackalloc byte[StreamId.TextMax];
        ReadOnlySpan<byte> id = room[..after.Format(room)];
        Utf8JsonWriter json = stream.Begin("discontinuity"u8, id);
        json.WriteStartObject();
        json.WriteString("reason"u8, reason);
        json.WriteString("after"u8, id);
        json.WriteEndObject();
        stream.End();
    }

    private static bool IsTooLarge(EntryReply entry)
    {
        long bytes = 0;
        int fields = entry.FieldCount;
        for (int i = 0; i < fields; i++)
            bytes += entry.FieldAt(i).Bytes.Length + entry.ValueAt(i).Bytes.Length;
        return bytes > ValueSender.JsonBytesMax;
    }
}
