using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>LRANGE: the elements of an inclusive range of indexes, which count from the tail when negative.</summary>
/// <remarks>A range outside the list is empty, not an error. The elements are copied while the shard is locked:
/// some 20 ns for a short one, so a hundred thousand take two milliseconds.</remarks>
public readonly ref struct LRange : ICommand<LRange, BulksReply>
{
    public static CommandInfo Info { get; } = new("lrange", "key start stop")
    {
        Arity = 4,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Returns a range of elements of a list.",
        Complexity = "O(S+N): S chunks from the nearer end to the range, N elements returned",
    };

    public required Key Key { get; init; }

    public required long Start { get; init; }

    /// <summary>Index of the last element of the range.</summary>
    public required long Stop { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LRange command)
    {
        Key key = arguments.NextKey();
        long stop = 0;
        Error? error = arguments.NextInteger(out long start) ?? arguments.NextInteger(out stop);
        command = new LRange { Key = key, Start = start, Stop = stop };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        ReplyBuffer replies = context.Replies;
        int first = replies.EntryCount;
        reply = new BulksReply(replies, first, 0);
        if (ListView.Find(context, Key, out ListView list) is { } error)
            return error;
        ElementRange range = ElementRange.Of(Start, Stop, list.Count);
        if (range.IsEmpty)
            return null;
        ListReader reader = list.Read(ListSide.Left, range.First);
        for (long i = range.Count; i > 0 && reader.TryNext(out PackedItem item); i--)
            replies.Append(item);
        reply = new BulksReply(replies, first, replies.EntryCount - first);
        return null;
    }
}
