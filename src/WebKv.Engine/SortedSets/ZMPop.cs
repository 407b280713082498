using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZMPOP: takes members from an end of the first of some sorted sets that has any.</summary>
/// <remarks>Logged as ZPOPMIN or ZPOPMAX of that set with the number of members that it took.</remarks>
public readonly ref struct ZMPop : ICommand<ZMPop, MultiPopReply>
{
    public static CommandInfo Info { get; } = new("zmpop", "numkeys key [key ...] MIN | MAX [COUNT count]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.MovableKeys,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.None,
        Summary = "Removes and returns members of the first of several sorted sets that is not empty.",
        Complexity = "O(K)+O(M*log(N)) with K keys and M members removed",
    };

    /// <summary>At least one.</summary>
    public required KeyList Keys { get; init; }

    /// <summary>MAX: the highest scores; else the lowest.</summary>
    public bool Highest { get; init; }

    /// <summary>At least one.</summary>
    public required long Count { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZMPop command)
    {
        command = default;
        if (!Numbers.TryParseInteger(arguments.Next(), out long keyCount) || keyCount < 1)
            return SortedSetErrors.KeyCount;
        if (keyCount >= arguments.Remaining)
            return CommonErrors.Syntax;
        KeyList keys = arguments.NextKeys((int)keyCount);
        bool highest = arguments.TryKeyword("MAX"u8);
        if (!highest && !arguments.TryKeyword("MIN"u8))
            return CommonErrors.Syntax;
        long count = 1;
        if (arguments.HasNext)
        {
            if (!arguments.TryKeyword("COUNT"u8) || arguments.Remaining != 1)
                return CommonErrors.Syntax;
            if (!Numbers.TryParseInteger(arguments.Next(), out count) || count < 1)
                return SortedSetErrors.PopCount;
        }
        command = new ZMPop { Keys = keys, Highest = highest, Count = count };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out MultiPopReply reply)
    {
        reply = default;
        for (int i = 0; i < Keys.Count; i++)
        {
            Key key = Keys[i];
            if (SortedSetPop.Take(context, key, Highest, Count, out ScoredReply taken) is { } error)
                return error;
            if (taken.Count == 0)
                continue;
            reply = new MultiPopReply(key.Bytes, taken);
            return null;
        }
        return null;
    }
}
