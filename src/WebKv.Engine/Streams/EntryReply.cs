using WebKv.Engine.Replies;
using WebKv.Memory.Collections;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>
/// One entry of a stream in a <see cref="ReplyBuffer"/>: its id, the number of its fields, then names and values in
/// turns.
/// </summary>
public readonly struct EntryReply(ReplyBuffer buffer, int at) : IReply
{
    private const int Gone = -1;
    private const int HeadEntries = 3;

    internal int At => at;

    public StreamId Id => new((ulong)buffer.Integer(at), (ulong)buffer.Integer(at + 1));

    /// <summary>Whether the entry is pending still, but was deleted.</summary>
    public bool IsGone => buffer.Integer(at + 2) == Gone;

    public int FieldCount => Math.Max(0, (int)buffer.Integer(at + 2));

    /// <summary>The entry behind this one in a list.</summary>
    public EntryReply Next => new(buffer, at + HeadEntries + FieldCount * 2);

    public BulkReply FieldAt(int index) => buffer.Entry(at + HeadEntries + index * 2);

    public BulkReply ValueAt(int index) => buffer.Entry(at + HeadEntries + index * 2 + 1);

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginArray(2);
        StreamIdReply.Write(writer, Id);
        if (IsGone)
        {
            writer.NullArray();
            return;
        }
        int fields = FieldCount;
        writer.BeginArray(fields * 2);
        for (int i = 0; i < fields; i++)
        {
            FieldAt(i).WriteTo(writer);
            ValueAt(i).WriteTo(writer);
        }
    }

    internal static void Append(ReplyBuffer buffer, StreamEntry entry, bool idOnly = false)
    {
        AppendHead(buffer, entry.Id, idOnly ? 0 : entry.FieldCount);
        if (idOnly)
            return;
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        while (entry.TryNext(out PackedItem field, out PackedItem value))
        {
            buffer.Append(field.Text(room));
            buffer.Append(value.Text(room));
        }
    }

    internal static void AppendGone(ReplyBuffer buffer, StreamId id) => AppendHead(buffer, id, Gone);

    private static void AppendHead(ReplyBuffer buffer, StreamId id, int fields)
    {
        buffer.AppendInteger((long)id.Ms);
        buffer.AppendInteger((long)id.Sequence);
        buffer.AppendInteger(fields);
    }
}
