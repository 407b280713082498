using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>LPOS: the indexes of elements that equal a value.</summary>
public readonly ref struct LPos : ICommand<LPos, PositionsReply>
{
    public LPos()
    {
    }

    public static CommandInfo Info { get; } = new("lpos", "key element [RANK rank] [COUNT num-matches] [MAXLEN len]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.List,
        Keys = KeySpec.One,
        Summary = "Returns the indexes of matching elements.",
        Complexity = "O(N)",
    };

    public required Key Key { get; init; }

    public required Value Value { get; init; }

    /// <summary>Which match is the first one to reply: 1 the first, -1 the last and then backwards.</summary>
    public long Rank { get; init; } = 1;

    /// <summary>How many to reply, 0 for all; null for one, which is then replied alone.</summary>
    public long? Count { get; init; }

    /// <summary>Elements to look at, 0 for all.</summary>
    public long MaxLen { get; init; }

    public static Error? Parse(ref ArgReader arguments, out LPos command)
    {
        command = new LPos { Key = arguments.NextKey(), Value = arguments.NextValue() };
        long rank = 1;
        long? count = null;
        long maxLen = 0;
        while (arguments.HasNext)
            if (ParseOption(ref arguments, ref rank, ref count, ref maxLen) is { } error)
                return error;
        command = new LPos { Key = command.Key, Value = command.Value, Rank = rank, Count = count, MaxLen = maxLen };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out PositionsReply reply)
    {
        reply = default;
        if (ListView.Find(context, Key, out ListView list) is { } error)
            return error;
        var positions = new List<long>();
        if (list.Count > 0)
            ListSearch.Collect(list, PackedItem.Of(Value.Bytes), this, positions);
        reply = new PositionsReply(positions, Count is not null);
        return null;
    }

    private static Error? ParseOption(ref ArgReader arguments, ref long rank, ref long? count, ref long maxLen)
    {
        bool isRank = arguments.TryKeyword("RANK"u8);
        bool isCount = !isRank && arguments.TryKeyword("COUNT"u8);
        if (!isRank && !isCount && !arguments.TryKeyword("MAXLEN"u8) || !arguments.HasNext)
            return CommonErrors.Syntax;
        if (arguments.NextInteger(out long number) is { } error)
            return isRank ? error : isCount ? ListErrors.CountNegative : ListErrors.MaxLenNegative;
        if (isRank)
            rank = number;
        else if (isCount)
            count = number;
        else
            maxLen = number;
        if (isRank && number == 0)
            return ListErrors.RankZero;
        if (isRank && number == long.MinValue)
            return ListErrors.RankOutOfRange;
        if (number >= 0 || isRank)
            return null;
        return isCount ? ListErrors.CountNegative : ListErrors.MaxLenNegative;
    }
}
