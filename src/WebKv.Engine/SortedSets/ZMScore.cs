using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZMSCORE: the scores of several members, nothing for one that is not there.</summary>
public readonly ref struct ZMScore : ICommand<ZMScore, ScoresReply>
{
    public static CommandInfo Info { get; } = new("zmscore", "key member [member ...]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns the scores of several members of a sorted set.",
        Complexity = "O(N) in the number of members asked for",
    };

    public required Key Key { get; init; }

    public required ValueList Members { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZMScore command)
    {
        command = new ZMScore { Key = arguments.NextKey(), Members = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ScoresReply reply)
    {
        reply = default;
        if (SortedSetView.Find(context, Key, out SortedSetView set) is { } error)
            return error;
        int first = context.Replies.EntryCount;
        for (int i = 0; i < Members.Count; i++)
        {
            SortedSetPlace place = set.Find(Members[i].Bytes);
            context.Replies.AppendScore(place.Exists ? place.Score : double.NaN);
        }
        reply = new ScoresReply(context.Replies, first, Members.Count);
        return null;
    }
}
