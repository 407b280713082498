using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>MGET: the values of several strings; nothing for a key that is missing or holds another type.</summary>
public readonly ref struct MGet : ICommand<MGet, BulksReply>
{
    public static CommandInfo Info { get; } = new("mget", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.All,
        Summary = "Returns the string values of several keys, read at one point in time.",
        Complexity = "O(N) in the number of keys",
    };

    public required KeyList Keys { get; init; }

    public static Error? Parse(ref ArgReader arguments, out MGet command)
    {
        command = new MGet { Keys = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out BulksReply reply)
    {
        ReplyBuffer replies = context.Replies;
        int first = replies.EntryCount;
        for (int i = 0; i < Keys.Count; i++)
        {
            if (context.TryFind(Keys[i], out Record record) && record.Type == RecordType.String)
                replies.Append(record);
            else
                replies.AppendNull();
        }
        reply = new BulksReply(replies, first, Keys.Count);
        return null;
    }
}
