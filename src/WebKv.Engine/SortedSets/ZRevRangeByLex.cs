using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZREVRANGEBYLEX: ZRANGE by member from the high end.</summary>
public readonly ref struct ZRevRangeByLex : ICommand<ZRevRangeByLex, MembersReply>
{
    public static CommandInfo Info { get; } = new("zrevrangebylex", "key max min [LIMIT offset count]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns the members of a sorted set of equal scores within a range of bytes, the last first.",
        Complexity = "O(log(N)+M) with M elements returned",
    };

    public required Key Key { get; init; }

    public required SortedSetRange Range { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRevRangeByLex command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetRangeParser.Parse(
            ref arguments, SortedSetOrder.Member, fixedReverse: true, out SortedSetRange range, out _);
        command = new ZRevRangeByLex { Key = key, Range = range };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out MembersReply reply) =>
        RangeRead.Apply(context, Key, Range, withScores: false, out reply);
}
