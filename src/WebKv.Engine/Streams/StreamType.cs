using System.Buffers;
using System.IO.Hashing;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Streams, as the generic commands know them.</summary>
/// <remarks>
/// Written form 1, numbers and bytes as by <see cref="FormWriter"/>: u8 1; last id, highest deleted id, entries ever
/// added; number of entries, each an id, a number of fields, names and values in turns; number of groups, each a
/// name, last id, entries read + 1, consumers (name, seen, active + 1), pending entries (id, place of the consumer,
/// delivered, deliveries).
/// </remarks>
internal sealed class StreamType : CollectionType
{
    public static readonly StreamType Instance = new();

    private const byte Form = 1;

    public override long CountOf(RecordTable table, Record record) => Of(table, record).Count;

    public override ReadOnlySpan<byte> EncodingOf(RecordTable table, Record record) => "stream"u8;

    // When consumers were seen is no part of it: reads change that, and they are not journalled.
    public override void AppendDigest(RecordTable table, Record record, XxHash128 hash)
    {
        StreamCollection stream = Of(table, record);
        var buffer = new ArrayBufferWriter<byte>();
        WriteHead(stream, buffer);
        StreamCursor cursor = stream.Range(StreamId.Min, StreamId.Max);
        while (cursor.MoveNext())
        {
            WriteEntry(cursor.Entry, buffer);
            hash.Append(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
        for (int i = 0; i < stream.GroupCount; i++)
            WriteGroup(stream.GroupAt(i), buffer, withTimes: false);
        hash.Append(buffer.WrittenSpan);
    }

    public override void Write(RecordTable table, Record record, IBufferWriter<byte> to)
    {
        StreamCollection stream = Of(table, record);
        to.Write([Form]);
        WriteHead(stream, to);
        StreamCursor cursor = stream.Range(StreamId.Min, StreamId.Max);
        while (cursor.MoveNext())
            WriteEntry(cursor.Entry, to);
        new FormWriter(to).Number((ulong)stream.GroupCount);
        for (int i = 0; i < stream.GroupCount; i++)
            WriteGroup(stream.GroupAt(i), to, withTimes: true);
    }

    public override Error? Read(CommandContext context, Key key, ReadOnlySpan<byte> from)
    {
        if (from.IsEmpty || from[0] != Form)
            return CommonErrors.BadPayload;
        StreamCollection stream = StreamKeys.NewStream(context, key);
        var reader = new FormReader(from[1..]);
        if (!StreamForm.TryRead(ref reader, stream) || !reader.IsAtEnd)
        {
            stream.Free();
            return CommonErrors.BadPayload;
        }
        Record record = context.Collections.Create(key, RecordType.Stream, stream);
        context.Collections.Edited(key, record);
        return null;
    }

    private static StreamCollection Of(RecordTable table, Record record) =>
        (StreamCollection)table.CollectionOf(record);

    private static void WriteHead(StreamCollection stream, IBufferWriter<byte> to)
    {
        var writer = new FormWriter(to);
        writer.Id(stream.LastId);
        writer.Id(stream.MaxDeletedId);
        writer.Number((ulong)stream.EntriesAdded);
        writer.Number((ulong)stream.Count);
    }

    private static void WriteEntry(StreamEntry entry, IBufferWriter<byte> to)
    {
        var writer = new FormWriter(to);
        writer.Id(entry.Id);
        writer.Number((ulong)entry.FieldCount);
        while (entry.TryNext(out PackedItem field, out PackedItem value))
        {
            writer.Item(field);
            writer.Item(value);
        }
    }

    private static void WriteGroup(StreamGroup group, IBufferWriter<byte> to, bool withTimes)
    {
        var writer = new FormWriter(to);
        writer.Bytes(group.Name);
        writer.Id(group.LastId);
        writer.Number((ulong)(group.EntriesRead + 1));
        writer.Number((ulong)group.ConsumerCount);
        for (int i = 0; i < group.ConsumerCount; i++)
        {
            StreamConsumer consumer = group.ConsumerAt(i);
            writer.Bytes(consumer.Name);
            writer.Number(withTimes ? (ulong)consumer.SeenMs : 0);
            writer.Number(withTimes ? (ulong)(consumer.ActiveMs + 1) : 0);
        }
        writer.Number((ulong)group.PendingCount);
        PendingCursor cursor = group.Pending(StreamId.Min);
        while (cursor.MoveNext())
        {
            StreamPending pending = cursor.Current;
            writer.Id(pending.Id);
            writer.Number((ulong)group.PlaceOf(pending.Consumer));
            writer.Number((ulong)pending.DeliveredMs);
            writer.Number((ulong)pending.Deliveries);
        }
    }
}
