using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZSCORE: the score of a member, or nothing.</summary>
public readonly ref struct ZScore : ICommand<ZScore, DoubleOrNullReply>
{
    public static CommandInfo Info { get; } = new("zscore", "key member")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns the score of a member of a sorted set.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Member { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZScore command)
    {
        command = new ZScore { Key = arguments.NextKey(), Member = arguments.Next() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out DoubleOrNullReply reply)
    {
        Error? error = SortedSetView.Find(context, Key, out SortedSetView set);
        SortedSetPlace place = set.Find(Member);
        reply = new DoubleOrNullReply(place.Exists ? place.Score : null);
        return error;
    }
}
