using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>RPUSH: adds elements at the tail of a list; replies with its length.</summary>
public readonly ref struct RPush : ICommand<RPush, IntegerReply>
{
    public static CommandInfo Info { get; } = new("rpush", "key element [element ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Adds elements at the tail of a list; creates the key if it is missing.",
        Complexity = "O(N) in the number of elements pushed",
    };

    public required Key Key { get; init; }

    public required ValueList Elements { get; init; }

    public static Error? Parse(ref ArgReader arguments, out RPush command)
    {
        command = new RPush { Key = arguments.NextKey(), Elements = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        ListPush.Apply(context, Key, Elements, ListSide.Right, onlyIfExists: false, out reply);
}
