using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>ZADD: adds members and changes scores, under conditions; replies how many were added.</summary>
/// <remarks>Logged as ZADD with its conditions, which hold again on replay; of INCR the resulting score is logged.
/// </remarks>
public readonly ref struct ZAdd : ICommand<ZAdd, ZAddReply>
{
    public static CommandInfo Info { get; } = new(
        "zadd", "key [NX | XX] [GT | LT] [CH] [INCR] score member [score member ...]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.One,
        Summary = "Adds members to a sorted set, or changes their scores.",
        Complexity = "O(log(N)) for each member",
    };

    public required Key Key { get; init; }

    public required ScoredPairs Pairs { get; init; }

    public ScoreConditions Conditions { get; init; }

    /// <summary>CH: the reply counts members whose score has changed, too.</summary>
    public bool CountsChanged { get; init; }

    /// <summary>INCR: the score, of one pair, is added to the member's, and the reply is the sum.</summary>
    public bool Increments { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZAdd command)
    {
        command = default;
        Key key = arguments.NextKey();
        ScoreConditions conditions = default;
        bool countsChanged = false;
        bool increments = false;
        while (TryParseWord(ref arguments, ref conditions, ref countsChanged, ref increments))
        {
        }
        if (arguments.Remaining == 0 || arguments.Remaining % 2 != 0)
            return CommonErrors.Syntax;
        if (Check(conditions, increments, arguments.Remaining / 2) is { } refused)
            return refused;
        Error? error = ScoredPairs.Parse(ref arguments, out ScoredPairs pairs);
        command = new ZAdd
        {
            Key = key,
            Pairs = pairs,
            Conditions = conditions,
            CountsChanged = countsChanged,
            Increments = increments,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ZAddReply reply)
    {
        reply = default;
        if (Check(Conditions, Increments, Pairs.Count) is { } refused)
            return refused;
        var change = new ScoreChange(Conditions, Increments);
        if (change.Apply(context, Key, Pairs) is { } error)
            return error;
        reply = new ZAddReply(change, Increments, CountsChanged);
        if (change.Added + change.Changed > 0)
            Log(context, change);
        return null;
    }

    private static bool TryParseWord(
        ref ArgReader arguments, ref ScoreConditions conditions, ref bool countsChanged, ref bool increments)
    {
        if (arguments.TryKeyword("NX"u8))
            conditions |= ScoreConditions.IfAbsent;
        else if (arguments.TryKeyword("XX"u8))
            conditions |= ScoreConditions.IfPresent;
        else if (arguments.TryKeyword("GT"u8))
            conditions |= ScoreConditions.IfGreater;
        else if (arguments.TryKeyword("LT"u8))
            conditions |= ScoreConditions.IfLess;
        else if (arguments.TryKeyword("CH"u8))
            countsChanged = true;
        else if (arguments.TryKeyword("INCR"u8))
            increments = true;
        else
            return false;
        return true;
    }

    private static Error? Check(ScoreConditions conditions, bool increments, int pairs)
    {
        const ScoreConditions NxXx = ScoreConditions.IfAbsent | ScoreConditions.IfPresent;
        const ScoreConditions Exclusive =
            ScoreConditions.IfAbsent | ScoreConditions.IfGreater | ScoreConditions.IfLess;
        if ((conditions & NxXx) == NxXx)
            return SortedSetErrors.NxWithXx;
        if (System.Numerics.BitOperations.PopCount((uint)(conditions & Exclusive)) > 1)
            return SortedSetErrors.GtLtNx;
        return increments && pairs > 1 ? SortedSetErrors.IncrementOfMany : null;
    }

    private void Log(CommandContext context, ScoreChange change)
    {
        if (Increments)
        {
            LogScore(context, Key, Pairs.MemberAt(0), change.Score);
            return;
        }
        int words = System.Numerics.BitOperations.PopCount((uint)Conditions);
        if (!context.BeginLog("ZADD"u8, 1 + words + Pairs.Count * 2))
            return;
        context.LogArgument(Key.Bytes);
        LogCondition(context, ScoreConditions.IfAbsent, "NX"u8);
        LogCondition(context, ScoreConditions.IfPresent, "XX"u8);
        LogCondition(context, ScoreConditions.IfGreater, "GT"u8);
        LogCondition(context, ScoreConditions.IfLess, "LT"u8);
        Pairs.Log(context);
    }

    private void LogCondition(CommandContext context, ScoreConditions condition, ReadOnlySpan<byte> word)
    {
        if ((Conditions & condition) != 0)
            context.LogArgument(word);
    }

    /// <summary>Journals the score that a member has got.</summary>
    internal static void LogScore(CommandContext context, Key key, ReadOnlySpan<byte> member, double score)
    {
        if (!context.BeginLog("ZADD"u8, 3))
            return;
        Span<byte> room = stackalloc byte[Numbers.FormattedDoubleMax];
        context.LogArgument(key.Bytes);
        context.LogArgument(room[..Numbers.Format(score, room)]);
        context.LogArgument(member);
    }
}
