using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZINCRBY: adds to the score of a member, which is 0 for a new one; replies with the sum.</summary>
/// <remarks>Logged as ZADD with the sum, so that no other machine has to do the same arithmetic.</remarks>
public readonly ref struct ZIncrBy : ICommand<ZIncrBy, DoubleReply>
{
    public static CommandInfo Info { get; } = new("zincrby", "key increment member")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Adds to the score of a member of a sorted set.",
        Complexity = "O(log(N))",
    };

    public required Key Key { get; init; }

    /// <summary>Not NaN.</summary>
    public required double Increment { get; init; }

    public required ReadOnlySpan<byte> Member { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZIncrBy command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextFloat(out double increment);
        command = new ZIncrBy { Key = key, Increment = increment, Member = arguments.Next() };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out DoubleReply reply)
    {
        var change = new ScoreChange(ScoreConditions.None, increments: true);
        Error? error = change.Apply(context, Key, Increment, Member);
        reply = new DoubleReply(change.Score);
        if (change.Added + change.Changed > 0)
            ZAdd.LogScore(context, Key, Member, change.Score);
        return error;
    }
}
