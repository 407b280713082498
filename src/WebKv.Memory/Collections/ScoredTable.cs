using System.Diagnostics.CodeAnalysis;

namespace WebKv.Memory.Collections;

/// <summary>
/// The elements of a big sorted set: entries of a member and its score, found by member in a hash index and by order
/// in a <see cref="ScoreTree"/>.
/// </summary>
/// <remarks>
/// Order is by score, then by the bytes of the member. Ranks count from 0. The caller hashes members, seeded; 32 bits
/// are kept, and all else that the index wants is derived from them, so that a copy needs no new hash.
/// Cost: members of 16 bytes take 32 of entry, 12-13 of index and 17-24 of tree, up to 33 after many moves. By member
/// O(1), by order O(log n).
/// An operation that is refused memory has changed nothing. Thread rule: that of <see cref="Collection"/>.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "The index lies in the heap: it goes with Free, or with that.")]
public sealed unsafe class ScoredTable : Collection
{
    private readonly HashIndex<ScoredEntry> _index;
    private readonly ScoreTree _tree;
    private readonly List<nint> _scratch = [];
    private long _memoryBytes;
    private bool _defersOrder;

    public ScoredTable(SlabHeap heap)
        : base(heap)
    {
        _index = new HashIndex<ScoredEntry>(heap);
        _tree = new ScoreTree(heap);
    }

    public override long Count => _index.Count;

    public override long MemoryBytes => _memoryBytes;

    internal ScoreNode* Root => _tree.Root;

    /// <summary>An empty table with a heap of its own, for a set that will be big.</summary>
    /// <param name="heap">A heap of the same source.</param>
    public static ScoredTable Apart(SlabHeap heap) => new(heap.NewChild());

    public bool TryFind(ReadOnlySpan<byte> member, uint hash, out ScoredElement element)
    {
        ulong* slot = _index.Find(member, Expand(hash));
        element = slot == null ? default : new ScoredElement(HashIndex<ScoredEntry>.AddressOf(*slot));
        return slot != null;
    }

    /// <summary>Adds a member that is not in the table.</summary>
    public void Add(ReadOnlySpan<byte> member, uint hash, double score)
    {
        long before = Heap.UsedBytes;
        byte* entry = Heap.Allocate(ScoredEntry.BytesFor(member.Length));
        ScoredEntry.Write(entry, hash, score, member);
        try
        {
            Insert(entry, hash);
        }
        catch (OutOfMemoryException)
        {
            Heap.Free(entry, ScoredEntry.BytesOf(entry));
            throw;
        }
        finally
        {
            _memoryBytes += Heap.UsedBytes - before;
        }
    }

    /// <summary>
    /// Lets an empty table be filled without an order, until <see cref="Order"/> makes it at once: to sort and append
    /// is several times faster than to insert each, and leaves full leaves. Until then, elements can be found, added
    /// and given other scores, and nothing else.
    /// </summary>
    public void DeferOrder() => _defersOrder = true;

    public void Order()
    {
        _defersOrder = false;
        long before = Heap.UsedBytes;
        ScoreSort.Insert(_index, _tree, Heap);
        _memoryBytes += Heap.UsedBytes - before;
    }

    public void SetScore(ScoredElement element, double score)
    {
        long before = Heap.UsedBytes;
        if (!_defersOrder)
            _tree.Move(ScoreKey.Of(element.Score), ScoreKey.Of(score), element.Address);
        ScoredEntry.Score(element.Address) = score;
        _memoryBytes += Heap.UsedBytes - before;
    }

    public void Remove(ScoredElement element)
    {
        long before = Heap.UsedBytes;
        _tree.Remove(ScoreKey.Of(element.Score), element.Address);
        Forget(element.Address);
        _memoryBytes += Heap.UsedBytes - before;
    }

    /// <summary>Removes the elements of a number of ranks, which must all be there.</summary>
    public void RemoveRange(long rank, long count)
    {
        long before = Heap.UsedBytes;
        for (; count > 0; count--)
            Forget(_tree.RemoveAt(rank));
        _memoryBytes += Heap.UsedBytes - before;
    }

    public long RankOf(ScoredElement element) =>
        _tree.CountBefore(new EntryBound(ScoreKey.Of(element.Score), element.Member, behind: false));

    /// <summary>How many elements have a lower score, or with <paramref name="orEqual"/> not a higher one.</summary>
    public long CountBelow(double score, bool orEqual) =>
        _tree.CountBefore(new KeyBound(ScoreKey.Of(score) + (orEqual ? 1UL : 0)));

    /// <summary>How many members come before a member in the order of their bytes, it counted in with
    /// <paramref name="orEqual"/>; for tables in which all scores are equal.</summary>
    public long CountBelow(ReadOnlySpan<byte> member, bool orEqual) =>
        _tree.CountBefore(new MemberBound(member, orEqual));

    /// <summary>Walks a number of elements, which must be there, from a rank on.</summary>
    public ScoredCursor Walk(long rank, long count, bool reverse = false)
    {
        if (count <= 0)
            return default;
        ScoreNode* leaf = _tree.Find(rank, out int slot);
        return new ScoredCursor(leaf, slot, count, reverse);
    }

    /// <summary>
    /// Shows the visitor the elements that a cursor stands for; returns the next cursor, 0 at the end. An element that
    /// is there from the first call to the last is shown exactly once, whatever changes between the calls.
    /// </summary>
    public ulong Scan<TVisitor>(ulong cursor, ref TVisitor visitor)
        where TVisitor : IScoredVisitor, allows ref struct
    {
        _scratch.Clear();
        ulong next = _index.Scan(cursor, _scratch);
        foreach (nint entry in _scratch)
            visitor.Visit(new ScoredElement((byte*)entry));
        return next;
    }

    public override ScoredTable CloneInto(SlabHeap heap)
    {
        // In order, so that the copy's leaves are full.
        var clone = new ScoredTable(heap);
        ScoredCursor elements = Walk(0, Count);
        while (elements.MoveNext())
        {
            ScoredElement element = elements.Current;
            clone.Add(element.Member, ScoredEntry.HashOf(element.Address), element.Score);
        }
        return clone;
    }

    public override void Free()
    {
        for (ScoreNode* leaf = _tree.FirstLeaf(); leaf != null; leaf = leaf->Next)
            for (int slot = 0; slot < leaf->Count; slot++)
                FreeEntry(ScoreNode.Entries(leaf)[slot]);
        _tree.Dispose();
        _index.Dispose();
        _memoryBytes = 0;
    }

    // The index takes its bucket from the low bits and its tag from the high ones; multiplied, all bits reach these.
    private static ulong Expand(uint hash) => (ulong)(hash * 0x9E3779B1u) << 32 | hash;

    private void Insert(byte* entry, uint hash)
    {
        if (_defersOrder)
        {
            _index.Add(Expand(hash), entry, mark: false);
            return;
        }
        ulong key = ScoreKey.Of(ScoredEntry.Score(entry));
        _tree.Insert(key, entry);
        try
        {
            _index.Add(Expand(hash), entry, mark: false);
        }
        catch (OutOfMemoryException)
        {
            _tree.Remove(key, entry);
            throw;
        }
    }

    // The tree has let go of the entry already.
    private void Forget(byte* entry)
    {
        _index.RemoveAt(_index.FindAddress(entry));
        FreeEntry(entry);
    }

    private void FreeEntry(byte* entry) => Heap.Free(entry, ScoredEntry.BytesOf(entry));
}
