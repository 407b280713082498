namespace WebKv.Memory.Collections;

/// <summary>Sorts all entries of an index and appends them to an empty tree.</summary>
/// <remarks>Keys are sorted as plain integers, which is most of the work; only runs of equal ones are looked at again,
/// by member. Takes 16 bytes per entry while it lasts.</remarks>
internal static unsafe class ScoreSort
{
    public static void Insert(HashIndex<ScoredEntry> index, ScoreTree tree, SlabHeap heap)
    {
        int count = checked((int)index.Count);
        if (count == 0)
            return;
        long bytes = (long)count * sizeof(ulong);
        byte* keys = heap.Allocate(bytes);
        byte* entries = null;
        try
        {
            entries = heap.Allocate(bytes);
            Insert(index, tree, new Span<ulong>(keys, count), new Span<nint>(entries, count));
        }
        finally
        {
            heap.Free(keys, bytes);
            if (entries != null)
                heap.Free(entries, bytes);
        }
    }

    private static void Insert(HashIndex<ScoredEntry> index, ScoreTree tree, Span<ulong> keys, Span<nint> entries)
    {
        Collect(index, keys, entries);
        keys.Sort(entries);
        for (int start = 0, end; start < keys.Length; start = end)
        {
            end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                entries[start..end].Sort(CompareMembers);
        }
        for (int i = 0; i < keys.Length; i++)
            tree.Insert(keys[i], (byte*)entries[i]);
    }

    private static void Collect(HashIndex<ScoredEntry> index, Span<ulong> keys, Span<nint> entries)
    {
        var bucketEntries = new List<nint>();
        int at = 0;
        for (int bucket = 0; bucket < index.Buckets; bucket++)
        {
            bucketEntries.Clear();
            index.CollectBucket(bucket, bucketEntries);
            foreach (nint entry in bucketEntries)
            {
                keys[at] = ScoreKey.Of(ScoredEntry.Score((byte*)entry));
                entries[at++] = entry;
            }
        }
    }

    private static int CompareMembers(nint left, nint right) =>
        ScoredEntry.Member((byte*)left).SequenceCompareTo(ScoredEntry.Member((byte*)right));
}
