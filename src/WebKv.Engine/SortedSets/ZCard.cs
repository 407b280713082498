using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZCARD: the number of members.</summary>
public readonly ref struct ZCard : ICommand<ZCard, IntegerReply>
{
    public static CommandInfo Info { get; } = new("zcard", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns the number of members of a sorted set.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZCard command)
    {
        command = new ZCard { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = SortedSetView.Find(context, Key, out SortedSetView set);
        reply = new IntegerReply(set.Count);
        return error;
    }
}
