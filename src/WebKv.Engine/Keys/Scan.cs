using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>SCAN: one page of the keys of a database; see <see cref="KeyspaceWalk"/> for what is guaranteed.</summary>
/// <remarks>Pattern and type filter what was looked at, so a page may be empty and not be the last.</remarks>
public readonly ref struct Scan : ICommand<Scan, ScanReply>
{
    public static CommandInfo Info { get; } = new("scan", "cursor [MATCH pattern] [COUNT count] [TYPE type]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.AllKeys,
        Group = CommandGroup.Generic,
        Summary = "Iterates over the keys of the database.",
        Complexity = "O(1) for a page, O(N) for all of them",
    };

    public required ulong Cursor { get; init; }

    /// <summary>Which of the keys looked at are returned; all by default.</summary>
    public ScanFilter Filter { get; init; }

    /// <summary>How many keys to look at, about; at least 1.</summary>
    public required long Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Scan command)
    {
        command = default;
        ReadOnlySpan<byte> text = arguments.Next();
        if (!Utf8Parser.TryParse(text, out ulong cursor, out int consumed) || consumed != text.Length)
            return CommonErrors.InvalidCursor;
        Error? error = ScanOptions.Parse(ref arguments, out ScanOptions options);
        command = new Scan { Cursor = cursor, Filter = options.Filter, Count = options.Count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out ScanReply reply)
    {
        ulong next = KeyspaceWalk.Collect(context, Cursor, Count, Filter);
        reply = new ScanReply(next, new BulksReply(context.Replies, 0, context.Replies.EntryCount));
        return null;
    }
}
