using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZREMRANGEBYSCORE: removes the members of a range of scores; replies how many there were.</summary>
/// <remarks>Logged as ZREMRANGEBYRANK with the ranks that the range had.</remarks>
public readonly ref struct ZRemRangeByScore : ICommand<ZRemRangeByScore, IntegerReply>
{
    public static CommandInfo Info { get; } = new("zremrangebyscore", "key min max")
    {
        Arity = 4,
        Flags = CommandFlags.Write,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Removes the members of a sorted set within a range of scores.",
        Complexity = "O(M*log(N)) with M elements removed",
    };

    public required Key Key { get; init; }

    public required SortedSetRange Range { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRemRangeByScore command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetRangeParser.ParseEnds(
            ref arguments, SortedSetOrder.Score, reverse: false, out SortedSetRange range);
        command = new ZRemRangeByScore { Key = key, Range = range };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        RangeRemoval.Apply(context, Key, Range, "zremrangebyscore"u8, out reply);
}
