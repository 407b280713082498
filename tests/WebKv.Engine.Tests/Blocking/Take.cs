using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Tests.Blocking;

/// <summary>The simplest blocking command there could be: takes the first of several strings that exists, or waits
/// for one.</summary>
internal readonly ref struct Take : IOperation<BulkReply>
{
    public static CommandInfo Info { get; } = new("take", "key [key ...] timeout")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Blocking,
        Group = CommandGroup.String,
        Keys = KeySpec.All,
        Summary = "Takes a string.",
        Complexity = "O(1)",
    };

    public required KeyList Keys { get; init; }

    public long TimeoutMs { get; init; }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        for (int i = 0; i < Keys.Count; i++)
        {
            if (context.FindString(Keys[i], out Record record) is { } error)
                return error;
            if (record.IsNull)
                continue;
            reply = context.Replies.Capture(record);
            context.Remove(Keys[i], record);
            context.LogDelete(Keys[i]);
            return null;
        }
        return context.WaitFor(WaitKind.StreamGroup, Keys, TimeoutMs);
    }
}
