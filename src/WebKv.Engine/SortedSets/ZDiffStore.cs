using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZDIFFSTORE: makes a key the difference of sorted sets; replies with its number of members.</summary>
/// <remarks>The destination may hold anything before, and may be one of the sources; an empty result removes it. It
/// loses its expiry. Logged as it is, or as DEL.</remarks>
public readonly ref struct ZDiffStore : ICommand<ZDiffStore, IntegerReply>
{
    public static CommandInfo Info { get; } = new(
        "zdiffstore",
        "destination numkeys key [key ...]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.MovableKeys | CommandFlags.Slow
            | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One with { CountAt = 2 },
        Summary = "Stores the difference of sorted sets in a key.",
        Complexity = "O(N*K) with N members of the first of K sources",
    };

    public required Key Destination { get; init; }

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZDiffStore command)
    {
        Key destination = arguments.NextKey();
        Error? error = CombinationWords.Parse(
            ref arguments, Info.Name, hasScores: false, isStore: true, out CombinationWords words);
        command = new ZDiffStore
        {
            Destination = destination,
            Sources = words.Sources,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Destination);
        Sources.Declare(ref keys);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        new SortedSetCombination(context, SortedSetOperation.Difference, Sources)
            .Store(Destination, "ZDIFFSTORE"u8, "zdiffstore"u8, out reply);
}
