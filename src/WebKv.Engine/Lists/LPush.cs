using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LPUSH: adds elements at the head of a list; replies its length.</summary>
public readonly ref struct LPush : ICommand<LPush, IntegerReply>
{
    public static CommandInfo Info { get; } = new("lpush", "key element [element ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Adds elements at the head of a list.",
        Complexity = "O(N) in the number of elements",
    };

    public required Key Key { get; init; }

    /// <summary>The elements; each is pushed in turn.</summary>
    public required ValueList Values { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LPush command)
    {
        command = new LPush { Key = arguments.NextKey(), Values = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        ListPush.Apply(context, Key, Values, ListSide.Left, onlyIfExists: false, out reply);
}
