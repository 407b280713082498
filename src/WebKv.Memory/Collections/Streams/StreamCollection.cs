namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// A stream: entries by ascending id, and the groups of consumers that read them.
/// </summary>
/// <remarks>
/// The ids only rise: <see cref="LastId"/> outlives the entries. Cost of an entry: its values and 4 to 8 bytes; see
/// <see cref="EntryChunks"/> for how they lie, <see cref="StreamGroup"/> for groups. Thread rule: the lock of the shard
/// that holds its key.
/// </remarks>
public sealed unsafe class StreamCollection : Collection
{
    private readonly StreamMemory _memory;
    private readonly int _chunkBytes;
    private readonly int _chunkEntries;
    private NameTable _groups;

    /// <param name="heap">Where its blocks come from.</param>
    /// <param name="chunkBytes">Bytes of a chunk, unless a single entry is bigger.</param>
    /// <param name="chunkEntries">Entries of a chunk.</param>
    public StreamCollection(SlabHeap heap, int chunkBytes, int chunkEntries)
        : base(heap)
    {
        _memory = new StreamMemory(heap);
        _chunkBytes = chunkBytes;
        _chunkEntries = chunkEntries;
        Chunks = new EntryChunks(_memory, chunkBytes, chunkEntries);
    }

    public override long Count => Chunks.Count;

    public override long MemoryBytes => _memory.Bytes;

    /// <summary>The highest id that was ever appended or set.</summary>
    public StreamId LastId { get; set; }

    /// <summary>The highest id that was deleted other than by trimming.</summary>
    public StreamId MaxDeletedId { get; set; }

    /// <summary>Number of entries ever appended.</summary>
    public long EntriesAdded { get; set; }

    public int ChunkCount => Chunks.ChunkCount;

    public int GroupCount => _groups.Count;

    /// <summary>The oldest entry's id; <see cref="StreamId.Min"/> without one.</summary>
    public StreamId FirstId => EdgeId(backward: false);

    /// <summary>The newest entry's id; <see cref="StreamId.Min"/> without one.</summary>
    public StreamId NewestId => EdgeId(backward: true);

    internal EntryChunks Chunks { get; }

    /// <summary>Appends an entry; its id must be above <see cref="LastId"/>.</summary>
    public void Append<TFields>(StreamId id, scoped TFields fields)
        where TFields : IStreamFields, allows ref struct
    {
        Chunks.Append(id, fields);
        if (EntriesAdded < long.MaxValue)
            EntriesAdded++;
        LastId = id;
    }

    /// <summary>The entries from one id to another, both included.</summary>
    public StreamCursor Range(StreamId start, StreamId end, bool backward = false) => new(Chunks, start, end, backward);

    public bool Contains(StreamId id) => Chunks.Contains(id);

    /// <summary>Deletes one entry; false if there is none with this id. Does not note it in
    /// <see cref="MaxDeletedId"/>.</summary>
    public bool Delete(StreamId id) => Chunks.Delete(id);

    /// <summary>Takes out entries at the old end; returns how many.</summary>
    public long Trim(in StreamTrim trim) => Chunks.Trim(trim);

    /// <summary>A group by name; a null one if there is none.</summary>
    public StreamGroup FindGroup(ReadOnlySpan<byte> name) =>
        new(_memory, (GroupState*)_groups.Find(name));

    /// <summary>The group at a place in the order of the names.</summary>
    public StreamGroup GroupAt(int index) => new(_memory, (GroupState*)_groups[index]);

    /// <summary>Adds a group whose name is new.</summary>
    public StreamGroup AddGroup(ReadOnlySpan<byte> name, StreamId lastId, long entriesRead)
    {
        GroupState* group = GroupState.Create(_memory, name);
        group->LastId = lastId;
        group->EntriesRead = entriesRead;
        _groups.Add(_memory, &group->Name);
        return new StreamGroup(_memory, group);
    }

    public bool RemoveGroup(ReadOnlySpan<byte> name)
    {
        var group = (GroupState*)_groups.Remove(name);
        if (group == null)
            return false;
        group->Free(_memory);
        return true;
    }

    public override Collection CloneInto(SlabHeap heap)
    {
        var clone = new StreamCollection(heap, _chunkBytes, _chunkEntries)
        {
            LastId = LastId,
            MaxDeletedId = MaxDeletedId,
            EntriesAdded = EntriesAdded,
        };
        clone.Chunks.CopyFrom(Chunks);
        for (int i = 0; i < _groups.Count; i++)
            clone._groups.Add(clone._memory, &((GroupState*)_groups[i])->Clone(clone._memory)->Name);
        return clone;
    }

    public override void Free()
    {
        Chunks.Free();
        for (int i = 0; i < _groups.Count; i++)
            ((GroupState*)_groups[i])->Free(_memory);
        _groups.Free(_memory);
    }

    private StreamId EdgeId(bool backward)
    {
        StreamCursor cursor = Range(StreamId.Min, StreamId.Max, backward);
        return cursor.MoveNext() ? cursor.Id : StreamId.Min;
    }
}
