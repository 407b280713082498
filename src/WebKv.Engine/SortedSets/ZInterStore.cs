using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZINTERSTORE: makes a key the intersection of sorted sets; replies with its number of members.</summary>
/// <remarks>The destination may hold anything before, and may be one of the sources; an empty result removes it. It
/// loses its expiry. Logged as it is, or as DEL.</remarks>
public readonly ref struct ZInterStore : ICommand<ZInterStore, IntegerReply>
{
    public static CommandInfo Info { get; } = new(
        "zinterstore",
        "destination numkeys key [key ...] [WEIGHTS weight [weight ...]] [AGGREGATE SUM | MIN | MAX]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.MovableKeys | CommandFlags.Slow
            | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One with { CountAt = 2 },
        Summary = "Stores the intersection of sorted sets in a key.",
        Complexity = "O(N*K)+O(M*log(M)) with N members of the smallest of K sources and M of the result",
    };

    public required Key Destination { get; init; }

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    public ScoreWeights Weights { get; init; }

    public ScoreAggregate Aggregate { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZInterStore command)
    {
        Key destination = arguments.NextKey();
        Error? error = CombinationWords.Parse(
            ref arguments, Info.Name, hasScores: true, isStore: true, out CombinationWords words);
        command = new ZInterStore
        {
            Destination = destination,
            Sources = words.Sources,
            Weights = words.Weights,
            Aggregate = words.Aggregate,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Destination);
        Sources.Declare(ref keys);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        var combination = new SortedSetCombination(context, SortedSetOperation.Intersection, Sources)
        {
            Weights = Weights,
            Aggregate = Aggregate,
        };
        return combination.Store(Destination, "ZINTERSTORE"u8, "zinterstore"u8, out reply);
    }
}
