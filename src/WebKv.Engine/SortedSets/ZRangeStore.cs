using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>ZRANGESTORE: makes a key the range of a sorted set; replies with its number of members.</summary>
/// <remarks>The destination may hold anything before, and may be the source; an empty range removes it. It loses its
/// expiry. Logged as it is, or as DEL.</remarks>
public readonly ref struct ZRangeStore : ICommand<ZRangeStore, IntegerReply>
{
    public static CommandInfo Info { get; } = new(
        "zrangestore", "destination source min max [BYSCORE | BYLEX] [REV] [LIMIT offset count]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Slow,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.Two,
        Summary = "Stores a range of members of a sorted set in a key.",
        Complexity = "O(log(N)+M) with M elements stored",
    };

    public required Key Destination { get; init; }

    public required Key Source { get; init; }

    public required SortedSetRange Range { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRangeStore command)
    {
        Key destination = arguments.NextKey();
        Key source = arguments.NextKey();
        Error? error = SortedSetRangeParser.Parse(
            ref arguments, fixedBy: null, fixedReverse: false, out SortedSetRange range, out bool withScores);
        command = new ZRangeStore { Destination = destination, Source = source, Range = range };
        return error ?? (withScores ? CommonErrors.Syntax : null);
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Destination);
        keys.Add(Source);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (SortedSetView.Find(context, Source, out SortedSetView set) is { } error)
            return error;
        ScoredTable table = Copy(set, Range.In(set).Upwards, context.Collections.HeapOf(Destination));
        reply = new IntegerReply(table.Count);
        if (SortedSetStore.Put(context, Destination, table, "zrangestore"u8))
            Log(context);
        return null;
    }

    private static ScoredTable Copy(SortedSetView set, RankSpan span, SlabHeap heap)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        ScoredTable table = SortedSetEditor.NewTable(heap, span.Count);
        for (SortedSetCursor elements = set.Walk(span); elements.MoveNext();)
        {
            ReadOnlySpan<byte> member = elements.Member.Text(room);
            table.Add(member, MemberHash.Of(member), elements.Score);
        }
        return table;
    }

    private void Log(CommandContext context)
    {
        if (!context.BeginLog("ZRANGESTORE"u8, 2 + Range.LoggedCount))
            return;
        context.LogArgument(Destination.Bytes);
        context.LogArgument(Source.Bytes);
        Range.Log(context);
    }
}
