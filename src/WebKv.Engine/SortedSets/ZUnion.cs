using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZUNION: the union of sorted sets, in the order of the resulting scores.</summary>
public readonly ref struct ZUnion : ICommand<ZUnion, MembersReply>
{
    public static CommandInfo Info { get; } = new(
        "zunion", "numkeys key [key ...] [WEIGHTS weight [weight ...]] [AGGREGATE SUM | MIN | MAX] [WITHSCORES]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.MovableKeys | CommandFlags.Slow
            | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.Counted(1),
        Summary = "Returns the union of sorted sets.",
        Complexity = "O(N)+O(M*log(M)) with N members of all sources and M of the result",
    };

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    public ScoreWeights Weights { get; init; }

    public ScoreAggregate Aggregate { get; init; }

    /// <summary>WITHSCORES: tell the scores, too.</summary>
    public bool WithScores { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZUnion command)
    {
        Error? error = CombinationWords.Parse(
            ref arguments, Info.Name, hasScores: true, isStore: false, out CombinationWords words);
        command = new ZUnion
        {
            Sources = words.Sources,
            Weights = words.Weights,
            Aggregate = words.Aggregate,
            WithScores = words.WithScores,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Sources.Declare(ref keys);

    public Error? Apply(CommandContext context, out MembersReply reply)
    {
        var combination = new SortedSetCombination(context, SortedSetOperation.Union, Sources)
        {
            Weights = Weights,
            Aggregate = Aggregate,
        };
        return combination.Read(WithScores, out reply);
    }
}
