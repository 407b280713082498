namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// The entries of a stream: chunks in the order of their ids.
/// </summary>
/// <remarks>
/// The idea: entries come at the new end and go at the old one, so they lie in <see cref="StreamChunk"/>s of some
/// hundred, which are written once, searched by their first ids and freed whole. An entry deleted in between is
/// flagged; its chunk goes with its last entry. The chunk at the new end grows with what it holds and is cut to size
/// when the next one is begun. Cost: append O(1), find O(log n) and a walk over one chunk's lengths.
/// </remarks>
internal sealed unsafe class EntryChunks(StreamMemory memory, int chunkBytes, int chunkEntries)
{
    private ChunkDirectory _chunks;

    /// <summary>Number of entries that are not deleted.</summary>
    public long Count { get; private set; }

    public int ChunkCount => _chunks.Count;

    /// <summary>The chunk at an index, oldest first.</summary>
    public ref ChunkSlot this[int index] => ref _chunks[index];

    /// <summary>The chunk in which an id would be; -1 if it lies before all.</summary>
    public int FloorOf(StreamId id) => _chunks.FloorOf(id);

    /// <summary>Appends an entry; its id must be above all others.</summary>
    public void Append<TFields>(StreamId id, scoped TFields fields)
        where TFields : IStreamFields, allows ref struct
    {
        if (!TryAppendToNewest(id, fields))
            AppendChunk(id, fields);
        Count++;
    }

    public bool Contains(StreamId id) => Find(id, out _, out _);

    /// <summary>Deletes an entry; false if there is none with this id.</summary>
    public bool Delete(StreamId id)
    {
        if (!Find(id, out int index, out ChunkEntry entry))
            return false;
        ref ChunkSlot slot = ref _chunks[index];
        new StreamChunk(slot.Block).Delete(entry);
        Count--;
        if (--slot.Count == 0)
            DropChunk(index);
        return true;
    }

    /// <summary>Takes out entries at the old end; returns how many.</summary>
    public long Trim(in StreamTrim trim)
    {
        long removed = 0;
        while (_chunks.Count > 0)
        {
            ref ChunkSlot slot = ref _chunks[0];
            if (IsWithin(trim) || (trim.Limit > 0 && removed + slot.Count > trim.Limit))
                break;
            if (!CoversWhole(trim, slot))
                return trim.WholeChunks ? removed : removed + TrimFirstChunk(trim);
            removed += slot.Count;
            Count -= slot.Count;
            DropChunk(0);
        }
        return removed;
    }

    public void CopyFrom(EntryChunks source)
    {
        for (int i = 0; i < source.ChunkCount; i++)
            AddCopy(source[i]);
        Count = source.Count;
    }

    public void Free()
    {
        for (int i = 0; i < _chunks.Count; i++)
            memory.Free(_chunks[i].Block, _chunks[i].Capacity);
        _chunks.Free(memory);
    }

    private bool TryAppendToNewest<TFields>(StreamId id, scoped TFields fields)
        where TFields : IStreamFields, allows ref struct
    {
        if (_chunks.Count == 0)
            return false;
        ref ChunkSlot slot = ref _chunks[_chunks.Count - 1];
        var chunk = new StreamChunk(slot.Block);
        bool same = chunk.HasSameFields(fields);
        int body = StreamChunk.BodyLength(slot.First, id, fields, same);
        long length = (long)chunk.Length + StreamChunk.EntryLength(body);
        if (length > chunkBytes || chunk.Entries >= chunkEntries)
            return false;
        if (length > slot.Capacity)
            Resize(ref slot, StreamMemory.Usable((int)Math.Max(length, Math.Min(slot.Capacity * 2L, chunkBytes))));
        new StreamChunk(slot.Block).Append(slot.First, id, fields, same, body);
        slot.Count++;
        return true;
    }

    // A stream that has filled a chunk is likely to fill the next: that one is not grown step by step.
    private void AppendChunk<TFields>(StreamId id, scoped TFields fields)
        where TFields : IStreamFields, allows ref struct
    {
        bool isFirst = _chunks.Count == 0;
        int head = StreamChunk.HeadLength(fields);
        int body = StreamChunk.BodyLength(id, id, fields, sameFields: true);
        int length = head + StreamChunk.EntryLength(body);
        int capacity = StreamMemory.Usable(isFirst ? length : Math.Max(length, chunkBytes));
        if (!isFirst)
            Seal(ref _chunks[_chunks.Count - 1]);
        var slot = new ChunkSlot { First = id, Block = memory.Allocate(capacity), Count = 1, Capacity = capacity };
        var chunk = new StreamChunk(slot.Block);
        chunk.Begin(head, fields);
        chunk.Append(id, id, fields, sameFields: true, body);
        _chunks.Insert(memory, _chunks.Count, slot);
    }

    private void Seal(ref ChunkSlot slot)
    {
        int needed = StreamMemory.Usable(new StreamChunk(slot.Block).Length);
        if (needed < slot.Capacity)
            Resize(ref slot, needed);
    }

    private void Resize(ref ChunkSlot slot, int capacity)
    {
        int kept = new StreamChunk(slot.Block).Length;
        slot.Block = memory.Reallocate(slot.Block, slot.Capacity, capacity, kept);
        slot.Capacity = capacity;
    }

    private void AddCopy(in ChunkSlot slot)
    {
        ChunkSlot copy = slot;
        int length = new StreamChunk(slot.Block).Length;
        copy.Capacity = StreamMemory.Usable(length);
        copy.Block = memory.Allocate(copy.Capacity);
        Buffer.MemoryCopy(slot.Block, copy.Block, copy.Capacity, length);
        _chunks.Insert(memory, _chunks.Count, copy);
    }

    private bool Find(StreamId id, out int index, out ChunkEntry entry)
    {
        entry = default;
        index = _chunks.FloorOf(id);
        if (index < 0)
            return false;
        ref ChunkSlot slot = ref _chunks[index];
        var chunk = new StreamChunk(slot.Block);
        for (int position = chunk.FirstEntry; position < chunk.Length; position = entry.Next)
        {
            entry = chunk.Read(position, slot.First);
            if (entry.Id >= id)
                return entry.Id == id && !entry.IsDeleted;
        }
        return false;
    }

    private bool IsWithin(in StreamTrim trim) => trim.LengthMax is { } length && Count <= length;

    private bool CoversWhole(in StreamTrim trim, in ChunkSlot slot)
    {
        if (trim.LengthMax is { } length)
            return Count - slot.Count >= length;
        var chunk = new StreamChunk(slot.Block);
        return chunk.Read(chunk.Previous(chunk.Length), slot.First).Id < trim.IdMin;
    }

    private long TrimFirstChunk(in StreamTrim trim)
    {
        ref ChunkSlot slot = ref _chunks[0];
        var chunk = new StreamChunk(slot.Block);
        long removed = 0;
        ChunkEntry entry;
        for (int position = chunk.FirstEntry; position < chunk.Length && !IsWithin(trim); position = entry.Next)
        {
            entry = chunk.Read(position, slot.First);
            if (trim.LengthMax is null && entry.Id >= trim.IdMin)
                break;
            if (entry.IsDeleted)
                continue;
            chunk.Delete(entry);
            slot.Count--;
            Count--;
            removed++;
        }
        if (slot.Count == 0)
            DropChunk(0);
        return removed;
    }

    private void DropChunk(int index)
    {
        memory.Free(_chunks[index].Block, _chunks[index].Capacity);
        _chunks.RemoveAt(memory, index);
    }
}
