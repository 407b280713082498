using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>DEL: removes keys of any type; replies how many existed.</summary>
/// <remarks>Logged as a DEL per key that existed.</remarks>
public readonly ref struct Del : ICommand<Del, IntegerReply>
{
    public static CommandInfo Info { get; } = new("del", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.Write,
        Group = CommandGroup.Generic,
        Keys = KeySpec.All,
        Summary = "Deletes keys.",
        Complexity = "O(N) in the number of keys",
    };

    public required KeyList Keys { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Del command)
    {
        command = new Del { Keys = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(RemoveAll(context, Keys));
        return null;
    }

    internal static int RemoveAll(CommandContext context, KeyList keys)
    {
        int removed = 0;
        for (int i = 0; i < keys.Count; i++)
        {
            Key key = keys[i];
            if (!context.TryPeek(key, out Record record))
                continue;
            // The last reference of a big value is then dropped with the reply, not under the lock.
            if (!record.Blob.IsNull)
                context.Replies.Retain(record.Blob);
            context.Remove(key, record);
            context.LogDelete(key);
            context.NotifyDeleted(key);
            removed++;
        }
        return removed;
    }
}
