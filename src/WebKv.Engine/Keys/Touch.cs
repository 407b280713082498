using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>TOUCH: notes an access of keys and replies how many exist; a key named twice counts twice.</summary>
public readonly ref struct Touch : ICommand<Touch, IntegerReply>
{
    public static CommandInfo Info { get; } = new("touch", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.All,
        Summary = "Updates the time of last access of keys and counts those that exist.",
        Complexity = "O(N) in the number of keys",
    };

    public required KeyList Keys { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Touch command)
    {
        command = new Touch { Keys = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        // It is what a client that asked for NO-TOUCH uses to touch.
        bool leavesAccess = context.LeavesAccess;
        context.LeavesAccess = false;
        int touched = 0;
        for (int i = 0; i < Keys.Count; i++)
            if (context.TryFind(Keys[i], out _))
                touched++;
        context.LeavesAccess = leavesAccess;
        reply = new IntegerReply(touched);
        return null;
    }
}
