using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HSCAN: one page of the fields of a hash, each followed by its value unless only names are wanted.</summary>
/// <remarks>
/// A packed hash is one page, whatever the count. In a table the cursor is a place in the order of reversed hashes, so
/// a field that is there from the first page to the last is returned exactly once; one that comes or goes meanwhile is
/// returned once or not. The pattern filters what was looked at, so a page may be empty and not be the last.
/// </remarks>
public readonly ref struct HScan : ICommand<HScan, ScanReply>
{
    private const int BucketsPerField = 10;

    public static CommandInfo Info { get; } = new("hscan", "key cursor [MATCH pattern] [COUNT count] [NOVALUES]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Iterates over the fields of a hash.",
        Complexity = "O(1) for a page, O(N) for all of them",
    };

    public required Key Key { get; init; }

    public required ulong Cursor { get; init; }

    /// <summary>Which of the fields looked at are returned; all by default. The type means nothing here.</summary>
    public ScanFilter Filter { get; init; }

    /// <summary>How many fields to look at, about; at least 1.</summary>
    public required long Count { get; init; }

    /// <summary>NOVALUES: leave the values out.</summary>
    public bool NamesOnly { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HScan command)
    {
        command = default;
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> text = arguments.Next();
        if (!Utf8Parser.TryParse(text, out ulong cursor, out int consumed) || consumed != text.Length)
            return CommonErrors.InvalidCursor;
        Error? error = ScanOptions.Parse(ref arguments, out ScanOptions options, ofKeys: false, ofFields: true);
        command = new HScan
        {
            Key = key,
            Cursor = cursor,
            Filter = options.Filter,
            Count = options.Count,
            NamesOnly = options.NamesOnly,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ScanReply reply)
    {
        reply = default;
        if (HashView.Find(context, Key, out HashView hash) is { } error)
            return error;
        var page = new Page(context.Replies, hash, Filter, NamesOnly);
        ulong next = hash.Table is null ? VisitAll(hash, ref page) : VisitPage(hash.Table, ref page);
        reply = new ScanReply(next, new BulksReply(context.Replies, 0, context.Replies.EntryCount));
        return null;
    }

    private static ulong VisitAll(HashView hash, ref Page page)
    {
        long position = 0;
        while (hash.TryRead(ref position, out HashField field))
            page.Visit(field);
        return 0;
    }

    private ulong VisitPage(FieldTable table, ref Page page)
    {
        ulong cursor = Cursor;
        long bucketsLeft = Count > long.MaxValue / BucketsPerField ? long.MaxValue : Count * BucketsPerField;
        do
            cursor = table.Scan(cursor, ref page);
        while (cursor != 0 && page.Looked < Count && --bucketsLeft > 0);
        return cursor;
    }

    private ref struct Page(ReplyBuffer replies, HashView hash, ScanFilter filter, bool namesOnly) : IFieldVisitor
    {
        private readonly HashView _hash = hash;
        private readonly ScanFilter _filter = filter;

        public long Looked { get; private set; }

        public void Visit(scoped HashField field)
        {
            Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
            ReadOnlySpan<byte> text = field.Field.Text(room);
            Looked++;
            if (_hash.Hides(field) || !_filter.Matches(text))
                return;
            replies.Append(text);
            if (!namesOnly)
                replies.Append(field.Value);
        }
    }
}
