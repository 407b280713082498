using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZPOPMIN: removes and returns the members with the lowest scores.</summary>
/// <remarks>Logged with the number of members that it took.</remarks>
public readonly ref struct ZPopMin : ICommand<ZPopMin, PopReply>
{
    public static CommandInfo Info { get; } = new("zpopmin", "key [count]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Removes and returns members of a sorted set with the lowest scores.",
        Complexity = "O(M*log(N)) with M members removed",
    };

    public required Key Key { get; init; }

    /// <summary>Not negative; without it one member, and the reply is no list of pairs.</summary>
    public long? Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZPopMin command)
    {
        Key key = arguments.NextKey();
        Error? error = SortedSetPop.ParseCount(ref arguments, out long? count);
        command = new ZPopMin { Key = key, Count = count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out PopReply reply)
    {
        Error? error = SortedSetPop.Take(context, Key, highest: false, Count ?? 1, out ScoredReply taken);
        reply = new PopReply(taken, isList: Count is not null);
        return error;
    }
}
