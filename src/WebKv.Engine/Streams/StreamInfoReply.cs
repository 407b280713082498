using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>What a stream knows of itself.</summary>
public readonly struct StreamInfoReply : IReply
{
    public required long Length { get; init; }

    /// <summary>Number of chunks that the entries lie in.</summary>
    public required int Chunks { get; init; }

    public required StreamId LastId { get; init; }

    public required StreamId MaxDeletedId { get; init; }

    public required long EntriesAdded { get; init; }

    public required StreamId FirstId { get; init; }

    public required int GroupCount { get; init; }

    public required EntryReply? First { get; init; }

    public required EntryReply? Last { get; init; }

    /// <summary>The long form's entries and groups; null in the short form.</summary>
    public StreamDetails? Full { get; init; }

    public void WriteTo(IReplyWriter writer)
    {
        writer.BeginMap(Full is null ? 10 : 9);
        writer.Bulk("length"u8);
        writer.Integer(Length);
        // Clients expect the words of a radix tree, in which Redis keeps its chunks.
        writer.Bulk("radix-tree-keys"u8);
        writer.Integer(Chunks);
        writer.Bulk("radix-tree-nodes"u8);
        writer.Integer(Chunks + 1);
        writer.Bulk("last-generated-id"u8);
        StreamIdReply.Write(writer, LastId);
        writer.Bulk("max-deleted-entry-id"u8);
        StreamIdReply.Write(writer, MaxDeletedId);
        writer.Bulk("entries-added"u8);
        writer.Integer(EntriesAdded);
        writer.Bulk("recorded-first-entry-id"u8);
        StreamIdReply.Write(writer, FirstId);
        if (Full is { } full)
        {
            full.WriteTo(writer);
            return;
        }
        writer.Bulk("groups"u8);
        writer.Integer(GroupCount);
        writer.Bulk("first-entry"u8);
        WriteEntry(writer, First);
        writer.Bulk("last-entry"u8);
        WriteEntry(writer, Last);
    }

    private static void WriteEntry(IReplyWriter writer, EntryReply? entry)
    {
        if (entry is { } present)
            present.WriteTo(writer);
        else
            writer.Null();
    }
}
