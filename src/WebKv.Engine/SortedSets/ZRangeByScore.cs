using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZRANGEBYSCORE: ZRANGE by score.</summary>
public readonly ref struct ZRangeByScore : ICommand<ZRangeByScore, MembersReply>
{
    public static CommandInfo Info { get; } = new("zrangebyscore", "key min max [WITHSCORES] [LIMIT offset count]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns the members of a sorted set within a range of scores.",
        Complexity = "O(log(N)+M) with M elements returned",
    };

    public required Key Key { get; init; }

    public required SortedSetRange Range { get; init; }

    /// <summary>WITHSCORES: tell the scores, too.</summary>
    public bool WithScores { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRangeByScore command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetRangeParser.Parse(
            ref arguments, SortedSetOrder.Score, fixedReverse: false, out SortedSetRange range, out bool withScores);
        command = new ZRangeByScore { Key = key, Range = range, WithScores = withScores };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out MembersReply reply) =>
        RangeRead.Apply(context, Key, Range, WithScores, out reply);
}
