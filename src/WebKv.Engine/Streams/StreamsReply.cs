using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>What was read from several streams, in a <see cref="ReplyBuffer"/>: for each its key, the number of its
/// entries, and these.</summary>
public readonly struct StreamsReply(ReplyBuffer buffer, int first, int count) : IReply
{
    public int Count { get; } = count;

    /// <summary>The first stream, if there is one; the others follow it.</summary>
    public StreamReply First => new(buffer, first);

    public void WriteTo(IReplyWriter writer)
    {
        if (Count == 0)
        {
            writer.NullArray();
            return;
        }
        writer.BeginMapOfPairs(Count);
        StreamReply stream = First;
        for (int i = 0; i < Count; i++)
        {
            stream = i == 0 ? stream : stream.Next;
            writer.BeginMapPair();
            stream.Key.WriteTo(writer);
            stream.Entries.WriteTo(writer);
        }
    }

    /// <summary>Begins a stream; its entries are appended next, and their number set at the index given.</summary>
    internal static void Begin(ReplyBuffer buffer, ReadOnlySpan<byte> key, out int counter)
    {
        buffer.Append(key);
        counter = buffer.EntryCount;
        buffer.AppendInteger(0);
    }

    internal static void Append(ReplyBuffer buffer, ReadOnlySpan<byte> key, StreamCursor cursor, long countMax)
    {
        Begin(buffer, key, out int counter);
        buffer.SetInteger(counter, EntriesReply.Copy(buffer, cursor, countMax).Count);
    }
}
