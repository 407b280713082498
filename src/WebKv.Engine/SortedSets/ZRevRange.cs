using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZREVRANGE: ZRANGE by rank from the high end.</summary>
public readonly ref struct ZRevRange : ICommand<ZRevRange, MembersReply>
{
    public static CommandInfo Info { get; } = new("zrevrange", "key start stop [WITHSCORES]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns a range of members of a sorted set by rank from the highest score on.",
        Complexity = "O(log(N)+M) with M elements returned",
    };

    public required Key Key { get; init; }

    public required SortedSetRange Range { get; init; }

    /// <summary>WITHSCORES: tell the scores, too.</summary>
    public bool WithScores { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRevRange command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetRangeParser.Parse(
            ref arguments, SortedSetOrder.Rank, fixedReverse: true, out SortedSetRange range, out bool withScores);
        command = new ZRevRange { Key = key, Range = range, WithScores = withScores };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out MembersReply reply) =>
        RangeRead.Apply(context, Key, Range, WithScores, out reply);
}
