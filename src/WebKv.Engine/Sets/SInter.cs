using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Sets;

/// <summary>SINTER: the members that all of some sets have, in no order.</summary>
public readonly ref struct SInter : ICommand<SInter, BulksReply>
{
    public static CommandInfo Info { get; } = new("sinter", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.All,
        Summary = "Returns the intersection of sets.",
        Complexity = "O(N*M) in the members of the smallest set and the number of sets",
    };

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SInter command)
    {
        command = new SInter { Sources = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Sources.Declare(ref keys);

    public Error? Apply(CommandContext context, out BulksReply reply) =>
        new SetCombination(context, SetOperation.Intersection, Sources).Read(out reply);
}
