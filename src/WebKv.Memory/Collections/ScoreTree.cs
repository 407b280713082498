using System.Diagnostics;

namespace WebKv.Memory.Collections;

/// <summary>
/// The order of a big sorted set: a B+-tree of entries by score and then member, which knows how many elements lie
/// below each of its nodes.
/// </summary>
/// <remarks>
/// The idea: a node of 1 KiB has 31 children or 62 elements, so that ten million elements are five nodes deep, and
/// the numbers of elements turn any place into its rank, and a rank into its place, on the way down. Ranges by score,
/// by member and by rank are all one thing then: a rank and a number of elements.
/// A leaf has 16 bytes per element: the score as an integer that keeps its order (<see cref="ScoreKey"/>) and the
/// entry's address. Entries are read only to tell equal scores apart. An inner node repeats, for each child, key and
/// entry of the first element below it; that is kept exact, so no node ever refers to an entry that is gone.
/// Whoever appends at the end finds the last leaf full and gets a new one, instead of two halves: what comes in order
/// fills its leaves. So the last node of a level may have few slots; all others have at least a third.
/// Cost: 16 bytes of leaf per element and half a byte above at full leaves, 23 for random inserts; O(log n) for all
/// but walking on. Nodes needed by an insert are taken ahead: one that is refused memory has changed nothing.
/// Thread rule: that of the heap, the shard's lock.
/// </remarks>
internal sealed unsafe class ScoreTree(SlabHeap heap)
{
    // A third full, inner nodes have ten children: 2^63 elements are 18 levels.
    private const int LevelsMax = 20;

    private ScoreNode* _root;
    private ScoreNode* _spares;
    private int _spareCount;

    public ScoreNode* Root => _root;

    /// <summary>Adds an entry that is not in the tree under this key.</summary>
    public void Insert(ulong key, byte* entry)
    {
        PathStep* path = stackalloc PathStep[LevelsMax];
        if (_root == null)
            StartRoot();
        Descend(new EntryBound(key, ScoredEntry.Member(entry), behind: false), path);
        TakeSpares(path);
        bool appends = path[0].Slot == path[0].Node->Count && path[0].Node->Next == null;
        MakeRoom(path, 0, appends);

        ScoreNode* leaf = path[0].Node;
        int slot = path[0].Slot;
        ScoreNode.OpenSlot(leaf, slot);
        ScoreNode.Keys(leaf)[slot] = key;
        ScoreNode.Entries(leaf)[slot] = entry;
        for (int level = 1; level <= _root->Level; level++)
            ScoreNode.Counts(path[level].Node)[path[level].Slot]++;
        if (slot == 0)
            FirstChanged(path, 0);
    }

    /// <summary>Takes out an entry that is in the tree under this key.</summary>
    public void Remove(ulong key, byte* entry)
    {
        PathStep* path = stackalloc PathStep[LevelsMax];
        DescendTo(key, entry, path);
        Remove(path);
    }

    /// <summary>Takes out the entry of a rank, which must be there, and returns it.</summary>
    public byte* RemoveAt(long rank)
    {
        PathStep* path = stackalloc PathStep[LevelsMax];
        DescendTo(rank, path);
        byte* entry = ScoreNode.Entries(path[0].Node)[path[0].Slot];
        Remove(path);
        return entry;
    }

    /// <summary>Puts an entry that is in the tree under another key. Inserted before it is removed, so that it stays
    /// where it is if memory is refused.</summary>
    public void Move(ulong oldKey, ulong newKey, byte* entry)
    {
        if (newKey == oldKey)
            return;
        PathStep* path = stackalloc PathStep[LevelsMax];
        DescendTo(oldKey, entry, path);
        ScoreNode* leaf = path[0].Node;
        int slot = path[0].Slot;
        ulong* keys = ScoreNode.Keys(leaf);
        // Between its neighbours of the same leaf: no separator and no other entry is concerned.
        if (slot > 0 && slot < leaf->Count - 1 && keys[slot - 1] < newKey && newKey < keys[slot + 1])
        {
            keys[slot] = newKey;
            return;
        }
        Insert(newKey, entry);
        Remove(oldKey, entry);
    }

    /// <summary>How many elements lie before a place: the rank of the first one behind it.</summary>
    public long CountBefore<TBound>(scoped TBound bound)
        where TBound : struct, IScoreBound, allows ref struct
    {
        if (_root == null)
            return 0;
        long count = 0;
        ScoreNode* node = _root;
        while (node->Level > 0)
        {
            int child = ChildOf(node, bound);
            count += ScoreNode.ElementCount(node, 0, child);
            node = ScoreNode.Children(node)[child];
        }
        return count + ScoreNode.SlotsBefore(node, bound);
    }

    /// <summary>The leaf and the slot of a rank, which must be there.</summary>
    public ScoreNode* Find(long rank, out int slot)
    {
        ScoreNode* node = _root;
        while (node->Level > 0)
            node = ScoreNode.Children(node)[ChildOf(node, ref rank)];
        slot = (int)rank;
        return node;
    }

    /// <summary>The first leaf, or null.</summary>
    public ScoreNode* FirstLeaf()
    {
        ScoreNode* node = _root;
        while (node != null && node->Level > 0)
            node = ScoreNode.Children(node)[0];
        return node;
    }

    /// <summary>Frees the nodes, not the entries.</summary>
    public void Dispose()
    {
        for (ScoreNode* first = _root; first != null;)
        {
            ScoreNode* below = first->Level > 0 ? ScoreNode.Children(first)[0] : null;
            for (ScoreNode* node = first; node != null;)
            {
                ScoreNode* next = node->Next;
                Free(node);
                node = next;
            }
            first = below;
        }
        _root = null;
        while (_spareCount > 0)
            Free(TakeSpare(0));
    }

    // The last child that begins before the place; its end may be exactly there.
    private static int ChildOf<TBound>(ScoreNode* inner, scoped TBound bound)
        where TBound : struct, IScoreBound, allows ref struct => Math.Max(ScoreNode.SlotsBefore(inner, bound) - 1, 0);

    private static int ChildOf(ScoreNode* inner, ref long rank)
    {
        long* counts = ScoreNode.Counts(inner);
        int child = 0;
        while (rank >= counts[child])
            rank -= counts[child++];
        return child;
    }

    private void Descend<TBound>(scoped TBound bound, PathStep* path)
        where TBound : struct, IScoreBound, allows ref struct
    {
        ScoreNode* node = _root;
        while (node->Level > 0)
        {
            int child = ChildOf(node, bound);
            path[node->Level] = new PathStep(node, child);
            node = ScoreNode.Children(node)[child];
        }
        path[0] = new PathStep(node, ScoreNode.SlotsBefore(node, bound));
    }

    private void DescendTo(ulong key, byte* entry, PathStep* path)
    {
        Descend(new EntryBound(key, ScoredEntry.Member(entry), behind: true), path);
        path[0].Slot--;
        Debug.Assert(ScoreNode.Entries(path[0].Node)[path[0].Slot] == entry, "the entry is in the tree");
    }

    private void DescendTo(long rank, PathStep* path)
    {
        ScoreNode* node = _root;
        while (node->Level > 0)
        {
            int child = ChildOf(node, ref rank);
            path[node->Level] = new PathStep(node, child);
            node = ScoreNode.Children(node)[child];
        }
        path[0] = new PathStep(node, (int)rank);
    }

    // Splits a full node, and above it whatever is full, so that its slot of the path can be opened. For inner nodes
    // that is the slot behind the path's.
    private void MakeRoom(PathStep* path, int level, bool appends)
    {
        ScoreNode* node = path[level].Node;
        if (!ScoreNode.IsFull(node))
            return;
        if (node == _root)
            GrowRoot(path);
        MakeRoom(path, level + 1, appends);

        int kept = appends ? node->Count : node->Count / 2;
        int at = path[level].Slot + (level > 0 ? 1 : 0);
        ScoreNode* right = TakeSpare(level);
        ScoreNode.LinkAfter(node, right);
        ScoreNode.Move(node, kept, node->Count - kept, right, 0);
        AddChild(path[level + 1], right);
        if (!appends && at <= kept)
            return;
        path[level].Node = right;
        path[level].Slot -= kept;
        path[level + 1].Slot++;
    }

    // The new child has taken its elements from the one before it. One that is still empty has no first element; the
    // insert that made it puts one there and tells.
    private static void AddChild(PathStep step, ScoreNode* child)
    {
        ScoreNode* parent = step.Node;
        int slot = step.Slot + 1;
        long moved = ScoreNode.ElementCount(child, 0, child->Count);
        ScoreNode.OpenSlot(parent, slot);
        ScoreNode.CopyFirst(child, parent, slot);
        ScoreNode.Children(parent)[slot] = child;
        ScoreNode.Counts(parent)[slot] = moved;
        if (moved > 0)
            ScoreNode.Counts(parent)[slot - 1] -= moved;
    }

    private void GrowRoot(PathStep* path)
    {
        ScoreNode* old = _root;
        ScoreNode* root = TakeSpare(old->Level + 1);
        root->Count = 1;
        ScoreNode.CopyFirst(old, root, 0);
        ScoreNode.Children(root)[0] = old;
        ScoreNode.Counts(root)[0] = ScoreNode.ElementCount(old, 0, old->Count);
        path[root->Level] = new PathStep(root, 0);
        _root = root;
    }

    // The first element of the path's node at this level is another one: those above repeat it.
    private void FirstChanged(PathStep* path, int level)
    {
        for (; path[level].Node != _root; level++)
        {
            PathStep parent = path[level + 1];
            ScoreNode.CopyFirst(path[level].Node, parent.Node, parent.Slot);
            if (parent.Slot != 0)
                return;
        }
    }

    private void Remove(PathStep* path)
    {
        ScoreNode* leaf = path[0].Node;
        ScoreNode.CloseSlot(leaf, path[0].Slot);
        for (int level = 1; level <= _root->Level; level++)
            ScoreNode.Counts(path[level].Node)[path[level].Slot]--;
        if (path[0].Slot == 0 && leaf->Count > 0)
            FirstChanged(path, 0);
        for (int level = 0; path[level].Node != _root && ScoreNode.IsTooSmall(path[level].Node); level++)
            Refill(path, level);
        while (_root->Level > 0 && _root->Count == 1)
        {
            ScoreNode* old = _root;
            _root = ScoreNode.Children(old)[0];
            Free(old);
        }
    }

    // Makes one of two neighbours, or shares their slots out evenly; or drops a node that has neither slots nor a
    // neighbour below the same parent, which then has none itself and is dropped by the next level.
    private void Refill(PathStep* path, int level)
    {
        PathStep parent = path[level + 1];
        if (parent.Node->Count == 1)
        {
            if (path[level].Node->Count == 0)
                DropChild(parent.Node, 0);
            return;
        }
        int left = Math.Max(parent.Slot - 1, 0);
        ScoreNode** children = ScoreNode.Children(parent.Node) + left;
        ScoreNode.Balance(children[0], children[1]);
        ScoreNode.Recount(parent.Node, left);
        if (children[1]->Count == 0)
            DropChild(parent.Node, left + 1);
        else
            ScoreNode.Recount(parent.Node, left + 1);
        if (left == 0)
            FirstChanged(path, level + 1);
    }

    private void DropChild(ScoreNode* parent, int slot)
    {
        ScoreNode* child = ScoreNode.Children(parent)[slot];
        ScoreNode.CloseSlot(parent, slot);
        ScoreNode.Unlink(child);
        Free(child);
    }

    private void StartRoot()
    {
        AddSpare();
        _root = TakeSpare(0);
    }

    // One node for each full one at the end of the path, and one for the root if that is full, too.
    private void TakeSpares(PathStep* path)
    {
        int level = 0;
        while (level <= _root->Level && ScoreNode.IsFull(path[level].Node))
            level++;
        int wanted = level > _root->Level ? level + 1 : level;
        while (_spareCount < wanted)
            AddSpare();
    }

    private void AddSpare()
    {
        var spare = (ScoreNode*)heap.Allocate(ScoreNode.Bytes);
        spare->Next = _spares;
        _spares = spare;
        _spareCount++;
    }

    private ScoreNode* TakeSpare(int level)
    {
        ScoreNode* node = _spares;
        _spares = node->Next;
        _spareCount--;
        *node = new ScoreNode { Level = level };
        return node;
    }

    private void Free(ScoreNode* node) => heap.Free((byte*)node, ScoreNode.Bytes);

    private struct PathStep(ScoreNode* node, int slot)
    {
        public ScoreNode* Node = node;
        public int Slot = slot;
    }
}
