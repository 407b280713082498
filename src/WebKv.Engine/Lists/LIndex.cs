using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>LINDEX: the element at an index, which counts from the tail when negative; nothing out of range.</summary>
public readonly ref struct LIndex : ICommand<LIndex, BulkReply>
{
    public static CommandInfo Info { get; } = new("lindex", "key index")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Returns the element at an index of a list.",
        Complexity = "O(N) in the number of chunks to the nearer end; O(1) at both ends",
    };

    public required Key Key { get; init; }

    public required long Index { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LIndex command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long index);
        command = new LIndex { Key = key, Index = index };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        if (ListView.Find(context, Key, out ListView list) is { } error)
            return error;
        long index = list.FromHead(Index);
        if (index < 0 || index >= list.Count)
            return null;
        list.Read(ListSide.Left, index).TryNext(out PackedItem item);
        int entry = context.Replies.EntryCount;
        context.Replies.Append(item);
        reply = context.Replies.Entry(entry);
        return null;
    }
}
