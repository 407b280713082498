using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZRANGE: the members of a range by rank, score or bytes, in either direction.</summary>
public readonly ref struct ZRange : ICommand<ZRange, MembersReply>
{
    public static CommandInfo Info { get; } = new(
        "zrange", "key start stop [BYSCORE | BYLEX] [REV] [LIMIT offset count] [WITHSCORES]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns a range of members of a sorted set.",
        Complexity = "O(log(N)+M) with M elements returned",
    };

    public required Key Key { get; init; }

    public required SortedSetRange Range { get; init; }

    /// <summary>WITHSCORES: tell the scores, too.</summary>
    public bool WithScores { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRange command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetRangeParser.Parse(
            ref arguments, fixedBy: null, fixedReverse: false, out SortedSetRange range, out bool withScores);
        command = new ZRange { Key = key, Range = range, WithScores = withScores };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out MembersReply reply) =>
        RangeRead.Apply(context, Key, Range, WithScores, out reply);
}
