using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZRANDMEMBER: random members, which stay: distinct ones, or with a negative count any.</summary>
public readonly ref struct ZRandMember : ICommand<ZRandMember, RandomMembersReply>
{
    public static CommandInfo Info { get; } = new("zrandmember", "key [count [WITHSCORES]]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns random members of a sorted set.",
        Complexity = "O(M*log(N)) with M members returned",
    };

    public required Key Key { get; init; }

    /// <summary>How many distinct members at most; negative: so many that may repeat. Without it one member, and the
    /// reply is no list.</summary>
    public long? Count { get; init; }

    /// <summary>WITHSCORES: tell the scores, too.</summary>
    public bool WithScores { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRandMember command)
    {
        command = default;
        Key key = arguments.NextKey();
        if (!arguments.HasNext)
        {
            command = new ZRandMember { Key = key };
            return null;
        }
        if (arguments.NextInteger(out long count) is { } error)
            return error;
        bool withScores = arguments.TryKeyword("WITHSCORES"u8);
        command = new ZRandMember { Key = key, Count = count, WithScores = withScores };
        return arguments.HasNext ? CommonErrors.Syntax : null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out RandomMembersReply reply)
    {
        reply = new RandomMembersReply(default, isList: Count is not null);
        if (RandomRanks.Check(Count ?? 1, WithScores) is { } refused)
            return refused;
        if (SortedSetView.Find(context, Key, out SortedSetView set) is { } error)
            return error;
        int first = context.Replies.EntryCount;
        int drawn = 0;
        foreach (long rank in RandomRanks.Draw(set.Count, Count ?? 1))
        {
            SortedSetCursor element = set.Walk(new RankSpan(rank, 1, Reverse: false));
            element.MoveNext();
            context.Replies.Append(element.Member);
            if (WithScores)
                context.Replies.AppendScore(element.Score);
            drawn++;
        }
        var members = new MembersReply(context.Replies, first, drawn, WithScores);
        reply = new RandomMembersReply(members, isList: Count is not null);
        return null;
    }
}
