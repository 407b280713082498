using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZCOUNT: how many members a range of scores has.</summary>
public readonly ref struct ZCount : ICommand<ZCount, IntegerReply>
{
    public static CommandInfo Info { get; } = new("zcount", "key min max")
    {
        Arity = 4,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Counts the members of a sorted set within a range of scores.",
        Complexity = "O(log(N))",
    };

    public required Key Key { get; init; }

    public required SortedSetRange Range { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZCount command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetRangeParser.ParseEnds(
            ref arguments, SortedSetOrder.Score, reverse: false, out SortedSetRange range);
        command = new ZCount { Key = key, Range = range };
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
