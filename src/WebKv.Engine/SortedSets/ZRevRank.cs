using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZREVRANK: the position of a member, counted from the highest score, or nothing.</summary>
public readonly ref struct ZRevRank : ICommand<ZRevRank, RankReply>
{
    public static CommandInfo Info { get; } = new("zrevrank", "key member [WITHSCORE]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Returns the position of a member of a sorted set, counted from the highest score.",
        Complexity = "O(log(N))",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Member { get; init; }

    /// <summary>WITHSCORE: tell the score, too.</summary>
    public bool WithScore { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZRevRank command)
    {
        command = new ZRevRank
        {
            Key = arguments.NextKey(),
            Member = arguments.Next(),
            WithScore = arguments.TryKeyword("WITHSCORE"u8),
        };
        return arguments.HasNext ? CommonErrors.Syntax : null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out RankReply reply) =>
        RankReply.Read(context, Key, Member, reverse: true, WithScore, out reply);
}
