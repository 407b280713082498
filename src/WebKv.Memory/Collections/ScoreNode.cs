using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace WebKv.Memory.Collections;

/// <summary>
/// One node of a <see cref="ScoreTree"/>: a header and columns of 8-byte words.
/// </summary>
/// <remarks>
/// The idea: columns instead of rows, so that a search reads keys only, and so that leaves and inner nodes, which
/// differ in the number of columns, are edited by the same code.
/// <code>
/// leaf (level 0)   62 slots: key, entry
/// inner            31 slots: key and entry of the first element below the child, child, number of elements below it
/// </code>
/// Nodes of one level are linked in order. With its canary a node fills a block of 1 KiB exactly.
/// </remarks>
internal unsafe struct ScoreNode
{
    public const int LeafSlots = 62;
    public const int InnerSlots = 31;

    /// <summary>Bytes of a node.</summary>
    public const int Bytes = HeaderBytes + LeafSlots * LeafColumns * sizeof(ulong);

    private const int HeaderBytes = 24;
    private const int LeafColumns = 2;
    private const int InnerColumns = 4;

    /// <summary>Slots in use.</summary>
    public int Count;

    /// <summary>0 for leaves.</summary>
    public int Level;

    public ScoreNode* Previous;
    public ScoreNode* Next;

    public static int Capacity(ScoreNode* node) => node->Level == 0 ? LeafSlots : InnerSlots;

    /// <summary>Whether a node has fewer slots than all have but the last of a level.</summary>
    public static bool IsTooSmall(ScoreNode* node) => node->Count < Capacity(node) / 3;

    public static bool IsFull(ScoreNode* node) => node->Count == Capacity(node);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong* Keys(ScoreNode* node) => (ulong*)((byte*)node + HeaderBytes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte** Entries(ScoreNode* node) => (byte**)Keys(node) + Capacity(node);

    /// <summary>Of an inner node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScoreNode** Children(ScoreNode* inner) => (ScoreNode**)Keys(inner) + 2 * InnerSlots;

    /// <summary>Of an inner node: how many elements each child has below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long* Counts(ScoreNode* inner) => (long*)Keys(inner) + 3 * InnerSlots;

    /// <summary>Elements below the slots from <paramref name="first"/> on.</summary>
    public static long ElementCount(ScoreNode* node, int first, int slots)
    {
        if (node->Level == 0)
            return slots;
        long sum = 0;
        long* counts = Counts(node) + first;
        for (int i = 0; i < slots; i++)
            sum += counts[i];
        return sum;
    }

    /// <summary>How many of the slots begin before a place.</summary>
    public static int SlotsBefore<TBound>(ScoreNode* node, scoped TBound bound)
        where TBound : struct, IScoreBound, allows ref struct
    {
        ulong* keys = Keys(node);
        byte** entries = Entries(node);
        int low = 0;
        int high = node->Count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (bound.IsBefore(keys[middle], entries[middle]))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Makes a slot free for the caller to fill; the node must not be full.</summary>
    public static void OpenSlot(ScoreNode* node, int at)
    {
        Shift(node, at, at + 1);
        node->Count++;
    }

    public static void CloseSlot(ScoreNode* node, int at)
    {
        Shift(node, at + 1, at);
        node->Count--;
    }

    /// <summary>Moves slots from the front or the end of a node to a place in another one of its level.</summary>
    public static void Move(ScoreNode* from, int first, int slots, ScoreNode* to, int at)
    {
        Debug.Assert(from->Level == to->Level && to->Count + slots <= Capacity(to), "there is room");
        Debug.Assert(first == 0 || first + slots == from->Count, "nothing stays on both sides");
        Shift(to, at, at + slots);
        int capacity = Capacity(from);
        for (int column = 0; column < Columns(from); column++)
            Copy(Keys(from) + column * capacity + first, Keys(to) + column * capacity + at, slots);
        Shift(from, first + slots, first);
        to->Count += slots;
        from->Count -= slots;
    }

    /// <summary>Copies key and entry of a child's first slot into its parent's slot.</summary>
    public static void CopyFirst(ScoreNode* child, ScoreNode* parent, int slot)
    {
        Keys(parent)[slot] = Keys(child)[0];
        Entries(parent)[slot] = Entries(child)[0];
    }

    /// <summary>Makes one of two neighbours, the left one, or shares their slots out evenly.</summary>
    public static void Balance(ScoreNode* left, ScoreNode* right)
    {
        int total = left->Count + right->Count;
        int wanted = total <= Capacity(left) ? total : total / 2;
        if (left->Count < wanted)
            Move(right, 0, wanted - left->Count, left, left->Count);
        else
            Move(left, wanted, left->Count - wanted, right, 0);
    }

    /// <summary>Makes a parent's slot say what is in its child, which is not empty.</summary>
    public static void Recount(ScoreNode* parent, int slot)
    {
        ScoreNode* child = Children(parent)[slot];
        Counts(parent)[slot] = ElementCount(child, 0, child->Count);
        CopyFirst(child, parent, slot);
    }

    public static void LinkAfter(ScoreNode* node, ScoreNode* added)
    {
        added->Previous = node;
        added->Next = node->Next;
        if (node->Next != null)
            node->Next->Previous = added;
        node->Next = added;
    }

    public static void Unlink(ScoreNode* node)
    {
        if (node->Previous != null)
            node->Previous->Next = node->Next;
        if (node->Next != null)
            node->Next->Previous = node->Previous;
    }

    private static int Columns(ScoreNode* node) => node->Level == 0 ? LeafColumns : InnerColumns;

    // Moves everything from one slot on to another place.
    private static void Shift(ScoreNode* node, int from, int to)
    {
        int slots = node->Count - from;
        if (slots <= 0)
            return;
        int capacity = Capacity(node);
        for (int column = 0; column < Columns(node); column++)
            Copy(Keys(node) + column * capacity + from, Keys(node) + column * capacity + to, slots);
    }

    private static void Copy(ulong* from, ulong* to, int words) =>
        new ReadOnlySpan<ulong>(from, words).CopyTo(new Span<ulong>(to, words));
}
