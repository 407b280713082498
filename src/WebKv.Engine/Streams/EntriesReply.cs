using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Entries of a stream, one behind the other in a <see cref="ReplyBuffer"/>.</summary>
/// <param name="buffer">Where they lie.</param>
/// <param name="first">Index of the first one.</param>
/// <param name="count">How many there are.</param>
/// <param name="idsOnly">JUSTID: their ids are all that is told.</param>
/// <param name="isNull">XRANGE with COUNT 0: not even an empty list.</param>
public readonly struct EntriesReply(
    ReplyBuffer buffer, int first, int count, bool idsOnly = false, bool isNull = false) : IReply
{
    public int Count { get; } = count;

    /// <summary>The first entry, if there is one; the others follow it.</summary>
    public EntryReply First => new(buffer, first);

    /// <summary>The last entry, if there is one. Walks over the others.</summary>
    public EntryReply Last
    {
        get
        {
            EntryReply entry = First;
            for (int i = 1; i < Count; i++)
                entry = entry.Next;
            return entry;
        }
    }

    /// <summary>Index behind the last one. Walks over the entries.</summary>
    internal int EndAt
    {
        get
        {
            EntryReply entry = First;
            for (int i = 0; i < Count; i++)
                entry = entry.Next;
            return entry.At;
        }
    }

    /// <summary>The ids of the entries as texts.</summary>
    public string[] IdTexts()
    {
        var texts = new string[Count];
        EntryReply entry = First;
        for (int i = 0; i < Count; i++, entry = entry.Next)
            texts[i] = entry.Id.ToString();
        return texts;
    }

    public void WriteTo(IReplyWriter writer)
    {
        if (isNull)
        {
            writer.NullArray();
            return;
        }
        writer.BeginArray(Count);
        EntryReply entry = First;
        for (int i = 0; i < Count; i++, entry = entry.Next)
        {
            if (idsOnly)
                StreamIdReply.Write(writer, entry.Id);
            else
                entry.WriteTo(writer);
        }
    }

    /// <summary>Copies entries out of a stream, up to a number; 0 for all.</summary>
    internal static EntriesReply Copy(ReplyBuffer buffer, StreamCursor cursor, long countMax)
    {
        int first = buffer.EntryCount;
        int count = 0;
        while ((countMax == 0 || count < countMax) && cursor.MoveNext())
        {
            EntryReply.Append(buffer, cursor.Entry);
            count++;
        }
        return new EntriesReply(buffer, first, count);
    }
}
