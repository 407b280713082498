using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Sets;

/// <summary>SDIFF: the members of the first of some sets that none of the others has, in no order.</summary>
public readonly ref struct SDiff : ICommand<SDiff, BulksReply>
{
    public static CommandInfo Info { get; } = new("sdiff", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.All,
        Summary = "Returns the difference of sets.",
        Complexity = "O(N*M) in the members of the first set and the number of sets",
    };

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SDiff command)
    {
        command = new SDiff { Sources = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Sources.Declare(ref keys);

    public Error? Apply(CommandContext context, out BulksReply reply) =>
        new SetCombination(context, SetOperation.Difference, Sources).Read(out reply);
}
