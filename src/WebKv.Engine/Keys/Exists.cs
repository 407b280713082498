using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>EXISTS: how many of the keys exist; a key named twice counts twice.</summary>
public readonly ref struct Exists : ICommand<Exists, IntegerReply>
{
    public static CommandInfo Info { get; } = new("exists", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.All,
        Summary = "Counts the keys that exist.",
        Complexity = "O(N) in the number of keys",
    };

    public required KeyList Keys { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Exists command)
    {
        command = new Exists { Keys = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        int existing = 0;
        for (int i = 0; i < Keys.Count; i++)
            if (context.TryFind(Keys[i], out _, notesAccess: false))
                existing++;
        reply = new IntegerReply(existing);
        return null;
    }
}
