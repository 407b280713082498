using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZDIFF: the difference of sorted sets, in the order of the resulting scores.</summary>
public readonly ref struct ZDiff : ICommand<ZDiff, MembersReply>
{
    public static CommandInfo Info { get; } = new(
        "zdiff", "numkeys key [key ...] [WITHSCORES]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.MovableKeys | CommandFlags.Slow
            | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.Counted(1),
        Summary = "Returns the difference of sorted sets.",
        Complexity = "O(N*K) with N members of the first of K sources",
    };

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    /// <summary>WITHSCORES: tell the scores, too.</summary>
    public bool WithScores { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZDiff command)
    {
        Error? error = CombinationWords.Parse(
            ref arguments, Info.Name, hasScores: false, isStore: false, out CombinationWords words);
        command = new ZDiff
        {
            Sources = words.Sources,
            WithScores = words.WithScores,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Sources.Declare(ref keys);

    public Error? Apply(CommandContext context, out MembersReply reply) =>
        new SortedSetCombination(context, SortedSetOperation.Difference, Sources).Read(WithScores, out reply);
}
