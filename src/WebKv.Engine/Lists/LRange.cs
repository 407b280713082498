using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>LRANGE: the elements between two indexes, both included; negative ones count from the end.</summary>
public readonly ref struct LRange : ICommand<LRange, BulksReply>
{
    public static CommandInfo Info { get; } = new("lrange", "key start stop")
    {
        Arity = 4,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Returns a range of elements.",
        Complexity = "O(S+N), S the chunks up to start, N the elements",
    };

    public required Key Key { get; init; }

    public required long Start { get; init; }

    public required long Stop { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LRange command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long start);
        Error? stopError = arguments.NextInteger(out long stop);
        command = new LRange { Key = key, Start = start, Stop = stop };
        return error ?? stopError;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        reply = default;
        ReplyBuffer replies = context.Replies;
        int first = replies.EntryCount;
        if (ListView.Find(context, Key, out ListView list) is { } error)
            return error;
        ListRange range = ListRange.Of(Start, Stop, list.Count);
        reply = new BulksReply(replies, first, (int)range.Length);
        if (range.Length == 0)
            return null;
        PackedPlace place = list.Seek(range.First);
        for (long left = range.Length; left > 0; left--)
        {
            replies.Append(list.Read(place));
            list.Move(ref place, forward: true);
        }
        return null;
    }
}
