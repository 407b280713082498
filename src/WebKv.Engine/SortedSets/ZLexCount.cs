using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZLEXCOUNT: how many members a range of members has.</summary>
public readonly ref struct ZLexCount : ICommand<ZLexCount, IntegerReply>
{
    public static CommandInfo Info { get; } = new("zlexcount", "key min max")
    {
        Arity = 4,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Counts the members of a sorted set of equal scores within a range of bytes.",
        Complexity = "O(log(N))",
    };

    public required Key Key { get; init; }

    public required SortedSetRange Range { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZLexCount command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetRangeParser.ParseEnds(
            ref arguments, SortedSetOrder.Member, reverse: false, out SortedSetRange range);
        command = new ZLexCount { Key = key, Range = range };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        Error? error = SortedSetView.Find(context, Key, out SortedSetView set);
        reply = new IntegerReply(error is null ? Range.In(set).Count : 0);
        return error;
    }
}
