using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Sets;

/// <summary>SUNION: the members of any of some sets, in no order.</summary>
public readonly ref struct SUnion : ICommand<SUnion, BulksReply>
{
    public static CommandInfo Info { get; } = new("sunion", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.All,
        Summary = "Returns the union of sets.",
        Complexity = "O(N) in the number of members of all sets",
    };

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SUnion command)
    {
        command = new SUnion { Sources = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Sources.Declare(ref keys);

    public Error? Apply(CommandContext context, out BulksReply reply) =>
        new SetCombination(context, SetOperation.Union, Sources).Read(out reply);
}
