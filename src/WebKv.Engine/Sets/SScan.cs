using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>SSCAN: one page of the members of a set.</summary>
/// <remarks>
/// A small set is one page, whatever the count. In a big one the cursor is a place in the order of reversed hashes, so
/// a member that is there from the first page to the last is returned exactly once; one that comes or goes meanwhile
/// is returned once or not. The pattern filters what was looked at, so a page may be empty and not be the last.
/// </remarks>
public readonly ref struct SScan : ICommand<SScan, ScanReply>
{
    private const int BucketsPerMember = 10;

    public static CommandInfo Info { get; } = new("sscan", "key cursor [MATCH pattern] [COUNT count]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.One,
        Summary = "Iterates over the members of a set.",
        Complexity = "O(1) for a page, O(N) for all of them",
    };

    public required Key Key { get; init; }

    public required ulong Cursor { get; init; }

    /// <summary>Which of the members looked at are returned; all by default. The type means nothing here.</summary>
    public ScanFilter Filter { get; init; }

    /// <summary>How many members to look at, about; at least 1.</summary>
    public required long Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SScan command)
    {
        command = default;
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> text = arguments.Next();
        if (!Utf8Parser.TryParse(text, out ulong cursor, out int consumed) || consumed != text.Length)
            return CommonErrors.InvalidCursor;
        Error? error = ScanOptions.Parse(ref arguments, out ScanOptions options, ofKeys: false);
        command = new SScan { Key = key, Cursor = cursor, Filter = options.Filter, Count = options.Count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ScanReply reply)
    {
        reply = default;
        Error? error = context.Collections.Find(Key, RecordType.Set, out Record record);
        if (error is not null)
            return error;
        SetView set = SetView.Of(context, Key, record);
        ulong next = set.Table is null ? VisitAll(context, set) : VisitPage(context, set.Table);
        reply = new ScanReply(next, new BulksReply(context.Replies, 0, context.Replies.EntryCount));
        return null;
    }

    private ulong VisitAll(CommandContext context, SetView set)
    {
        var page = new Page(context.Replies, Filter);
        long position = 0;
        while (set.TryRead(ref position, out PackedItem member))
            page.Visit(member);
        return 0;
    }

    // Between the slices of a huge page the set may change, as it may between two pages.
    private ulong VisitPage(CommandContext context, MemberTable table)
    {
        var page = new Page(context.Replies, Filter);
        var read = new LongRead(context, Key);
        ulong cursor = Cursor;
        long bucketsLeft = Count > long.MaxValue / BucketsPerMember ? long.MaxValue : Count * BucketsPerMember;
        do
        {
            cursor = table.Scan(cursor, ref page);
            if (!read.IsDue || cursor == 0)
                continue;
            read.Pause();
            if (context.Collections.Peek(Key, RecordType.Set, out Record record) is not null
                || SetView.Of(context, Key, record).Table is not { } changed)
                return 0;
            table = changed;
        }
        while (cursor != 0 && page.Looked < Count && --bucketsLeft > 0);
        return cursor;
    }

    private ref struct Page(ReplyBuffer replies, ScanFilter filter) : IMemberVisitor
    {
        private readonly ScanFilter _filter = filter;

        public long Looked { get; private set; }

        public void Visit(scoped PackedItem member)
        {
            Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
            ReadOnlySpan<byte> text = member.Text(room);
            Looked++;
            if (_filter.Matches(text))
                replies.Append(text);
        }
    }
}
