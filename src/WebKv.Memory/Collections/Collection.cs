namespace WebKv.Memory.Collections;

/// <summary>
/// A collection that is too big to be packed inside its record: a managed handle on native chunks, tables or nodes.
/// </summary>
/// <remarks>
/// The idea: a collection of up to <see cref="OwnHeapBytesMin"/> takes its blocks from its shard's heap, so that many
/// middle-sized ones share pages. A bigger one has a heap of its own. It can then be given to another shard by
/// handing over the heap, and be freed page by page without a look at its elements and without any lock; a shared one
/// is small enough to be copied, or freed, at once.
/// Everything that a collection refers to lies in <see cref="Heap"/>: dropping the heap frees it whole.
/// Thread rule: the lock of the shard that holds its key.
/// </remarks>
public abstract class Collection(SlabHeap heap)
{
    /// <summary>Bytes from which on a collection gets a heap of its own; to copy it then takes less than a
    /// millisecond.</summary>
    public const long OwnHeapBytesMin = 256 * 1024;

    /// <summary>Where all blocks of the collection come from.</summary>
    public SlabHeap Heap { get; } = heap;

    /// <summary>A number that no other state of this key's value has had; part of the key's ETag.</summary>
    public ulong Version { get; set; }

    /// <summary>Number of elements.</summary>
    public abstract long Count { get; }

    /// <summary>Bytes of all its blocks. Constant time.</summary>
    public abstract long MemoryBytes { get; }

    /// <summary>A copy of its elements in another heap. Linear time.</summary>
    public abstract Collection CloneInto(SlabHeap heap);

    /// <summary>Frees every block. Linear time; called for collections in a shared heap only.</summary>
    public abstract void Free();
}
