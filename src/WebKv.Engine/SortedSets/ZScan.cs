using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>ZSCAN: one page of the members with their scores.</summary>
/// <remarks>
/// A small set is one page, whatever the count. In a big one the cursor is a place in the order of reversed hashes, so
/// a member that is there from the first page to the last is returned exactly once; one that comes or goes meanwhile
/// is returned once or not. The pattern filters what was looked at, so a page may be empty and not be the last.
/// </remarks>
public readonly ref struct ZScan : ICommand<ZScan, ScoredScanReply>
{
    private const int BucketsPerMember = 10;

    public static CommandInfo Info { get; } = new("zscan", "key cursor [MATCH pattern] [COUNT count]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Iterates over the members and scores of a sorted set.",
        Complexity = "O(1) for a page, O(N) for all of them",
    };

    public required Key Key { get; init; }

    public required ulong Cursor { get; init; }

    /// <summary>Which of the members looked at are returned; all by default. The type means nothing here.</summary>
    public ScanFilter Filter { get; init; }

    /// <summary>How many members to look at, about; at least 1.</summary>
    public required long Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZScan command)
    {
        command = default;
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> text = arguments.Next();
        if (!Utf8Parser.TryParse(text, out ulong cursor, out int consumed) || consumed != text.Length)
            return CommonErrors.InvalidCursor;
        Error? error = ScanOptions.Parse(ref arguments, out ScanOptions options, ofKeys: false);
        command = new ZScan { Key = key, Cursor = cursor, Filter = options.Filter, Count = options.Count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ScoredScanReply reply)
    {
        reply = default;
        if (SortedSetView.Find(context, Key, out SortedSetView set) is { } error)
            return error;
        ulong next = set.Table is null ? VisitAll(context, set) : VisitPage(context, set.Table);
        reply = new ScoredScanReply(next, new ScoredReply(context.Replies, 0, context.Replies.EntryCount / 2));
        return null;
    }

    private ulong VisitAll(CommandContext context, SortedSetView set)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        var page = new Page(context.Replies, Filter);
        for (SortedSetCursor elements = set.Walk(); elements.MoveNext();)
            page.Visit(elements.Member.Text(room), elements.Score);
        return 0;
    }

    private ulong VisitPage(CommandContext context, ScoredTable table)
    {
        var page = new Page(context.Replies, Filter);
        ulong cursor = Cursor;
        long bucketsLeft = Count > long.MaxValue / BucketsPerMember ? long.MaxValue : Count * BucketsPerMember;
        do
            cursor = table.Scan(cursor, ref page);
        while (cursor != 0 && page.Looked < Count && --bucketsLeft > 0);
        return cursor;
    }

    private ref struct Page(ReplyBuffer replies, ScanFilter filter) : IScoredVisitor
    {
        private readonly ScanFilter _filter = filter;

        public long Looked { get; private set; }

        public void Visit(ScoredElement element) => Visit(element.Member, element.Score);

        public void Visit(scoped ReadOnlySpan<byte> member, double score)
        {
            Looked++;
            if (!_filter.Matches(member))
                return;
            replies.Append(member);
            replies.AppendScore(score);
        }
    }
}
