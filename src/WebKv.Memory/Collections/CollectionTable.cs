namespace WebKv.Memory.Collections;

/// <summary>
/// The collections of one shard by the number that their records hold.
/// </summary>
/// <remarks>
/// A record is native and cannot hold a managed reference; this table is the one place where the two meet. Numbers of
/// freed collections are used again. Thread rule: the shard's lock.
/// </remarks>
/// <param name="heap">The heap of the shard.</param>
/// <param name="freeLater">Takes over the heap of a big collection that is gone; it is called under the lock.</param>
public sealed class CollectionTable(SlabHeap heap, Action<SlabHeap> freeLater)
{
    private readonly List<Collection?> _collections = [];
    private readonly Stack<int> _free = new();
    private ulong _version = (ulong)Random.Shared.NextInt64();

    public SlabHeap Heap => heap;

    public Collection this[int id] => _collections[id]!;

    /// <summary>A version that no value in this shard has had since the start; not after one either, but for luck
    /// of one in 2^63.</summary>
    public ulong NextVersion() => ++_version;

    /// <summary>Takes in a collection, of a heap of this shard or of its own; returns its number.</summary>
    public int Add(Collection collection)
    {
        if (collection.Heap != heap)
            collection.Heap.Parent = heap;
        collection.Version = NextVersion();
        if (!_free.TryPop(out int id))
        {
            id = _collections.Count;
            _collections.Add(null);
        }
        _collections[id] = collection;
        return id;
    }

    /// <summary>Gives a collection away, alive; one with a heap of its own no longer counts for this shard.</summary>
    public Collection Take(int id)
    {
        Collection collection = this[id];
        _collections[id] = null;
        _free.Push(id);
        if (collection.Heap != heap)
            collection.Heap.Parent = null;
        return collection;
    }

    /// <summary>Frees a collection: a small one at once, a big one later.</summary>
    public void Remove(int id)
    {
        Collection collection = Take(id);
        if (collection.Heap == heap)
            collection.Free();
        else
            freeLater(collection.Heap);
    }

    /// <summary>
    /// The collection after a change: the same one with a new version, or, when it has grown big, its copy in a heap
    /// of its own. Whoever holds on to a collection over a change must ask again.
    /// </summary>
    public Collection Changed(int id)
    {
        Collection collection = this[id];
        if (collection.Heap == heap && collection.MemoryBytes >= Collection.OwnHeapBytesMin)
        {
            Collection grown = collection.CloneInto(heap.NewChild());
            grown.Heap.Parent = heap;
            collection.Free();
            _collections[id] = collection = grown;
        }
        collection.Version = NextVersion();
        return collection;
    }

    /// <summary>A collection like this one for a key of this shard. A big one gets a heap of its own again.</summary>
    public Collection Clone(Collection collection) => collection.CloneInto(
        collection.MemoryBytes >= Collection.OwnHeapBytesMin ? heap.NewChild() : heap);
}
