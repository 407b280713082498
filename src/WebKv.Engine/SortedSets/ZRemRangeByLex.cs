using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZREMRANGEBYLEX: removes the members of a range of members; replies how many there were.</summary>
/// <remarks>Logged as ZREMRANGEBYRANK with the ranks that the range had.</remarks>
public readonly ref struct ZRemRangeByLex : ICommand<ZRemRangeByLex, IntegerReply>
{
    public static CommandInfo Info { get; } = new("zremrangebylex", "key min max")
    {
        Arity = 4,
        Flags = CommandFlags.Write,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Removes the members of a sorted set of equal scores within a range of bytes.",
        Complexity = "O(M*log(N)) with M elements removed",
    };

    public required Key Key { get; init; }

    public required SortedSetRange Range { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRemRangeByLex command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetRangeParser.ParseEnds(
            ref arguments, SortedSetOrder.Member, reverse: false, out SortedSetRange range);
        command = new ZRemRangeByLex { Key = key, Range = range };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        RangeRemoval.Apply(context, Key, Range, "zremrangebylex"u8, out reply);
}
