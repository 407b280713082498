using WebKv.Engine.Execution;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>
/// Takes in the members of a combination of sets one by one: counts them, appends them to a reply, or collects them in
/// a table that becomes a set.
/// </summary>
/// <remarks>
/// A union needs the table in any case, to know what it has had. One that may become big has a heap of its own from the
/// start: it is freed, or handed to a key, without a look at its members.
/// </remarks>
internal sealed class CombinedSet(CommandContext context, SlabHeap heap) : IDisposable
{
    private const long ApartCountMin = 10_000;

    /// <summary>Collect the members in a table.</summary>
    public bool Collects { get; init; }

    /// <summary>Append the members to the context's replies.</summary>
    public bool Replies { get; init; }

    /// <summary>How many members are enough; 0 for all.</summary>
    public long Limit { get; init; }

    public long Count { get; private set; }

    public bool IsFull => Limit > 0 && Count >= Limit;

    public MemberTable? Table { get; private set; }

    /// <summary>Forgets all members.</summary>
    /// <param name="countMax">How many may come.</param>
    public void Begin(long countMax)
    {
        Dispose();
        if (Count > 0 && Replies)
            context.Replies.Reset();
        Count = 0;
        if (Collects)
            Table = countMax >= ApartCountMin ? MemberTable.Apart(heap) : new MemberTable(heap);
    }

    public void Add(TableMember member)
    {
        if (Table is not null && !Table.TryAdd(member.Item, member.Hash))
            return;
        Count++;
        if (!Replies)
            return;
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        context.Replies.Append(member.Item.Text(room));
    }

    /// <summary>Gives the table away, in the shared heap if it is small.</summary>
    public MemberTable TakeTable()
    {
        if (Table!.Heap != heap && Table.MemoryBytes < Collection.OwnHeapBytesMin)
        {
            MemberTable small = Table.CloneInto(heap);
            Dispose();
            return small;
        }
        MemberTable table = Table;
        Table = null;
        return table;
    }

    /// <summary>Frees the table, unless it was given away; under the lock of its heap's shard.</summary>
    public void Dispose()
    {
        if (Table is null)
            return;
        if (Table.Heap == heap)
            Table.Free();
        else
            context.Engine.Frees.Add(Table.Heap);
        Table = null;
    }
}
