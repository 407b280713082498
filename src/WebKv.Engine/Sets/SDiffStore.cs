using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Sets;

/// <summary>SDIFFSTORE: makes a key the difference of some sets; replies with its number of members.</summary>
/// <remarks>The destination may hold anything before, and may be one of the sources; an empty result removes it. It
/// loses its expiry. Logged as it is, or as DEL.</remarks>
public readonly ref struct SDiffStore : ICommand<SDiffStore, IntegerReply>
{
    public static CommandInfo Info { get; } = new("sdiffstore", "destination key [key ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Slow | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.All,
        Summary = "Stores the difference of sets in a key.",
        Complexity = "O(N*M) in the members of the first set and the number of sets",
    };

    public required Key Destination { get; init; }

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SDiffStore command)
    {
        command = new SDiffStore
        {
            Destination = arguments.NextKey(),
            Sources = arguments.NextKeys(arguments.Remaining),
        };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Destination);
        Sources.Declare(ref keys);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        new SetCombination(context, SetOperation.Difference, Sources)
            .Store("SDIFFSTORE"u8, "sdiffstore"u8, Destination, out reply);
}
