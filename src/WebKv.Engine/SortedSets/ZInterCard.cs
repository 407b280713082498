using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.SortedSets;

/// <summary>ZINTERCARD: how many members all of some sorted sets have, at most a limit.</summary>
public readonly ref struct ZInterCard : ICommand<ZInterCard, IntegerReply>
{
    public static CommandInfo Info { get; } = new("zintercard", "numkeys key [key ...] [LIMIT limit]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.MovableKeys | CommandFlags.Slow
            | CommandFlags.Pauses,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.Counted(1),
        Summary = "Returns the number of members of an intersection of sorted sets.",
        Complexity = "O(N*K) with N members of the smallest of K sources",
    };

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    /// <summary>Counting ends here; 0 for no limit.</summary>
    public long Limit { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ZInterCard command)
    {
        command = default;
        if (CombinationWords.ParseSources(ref arguments, Info.Name, out KeyList sources) is { } error)
            return error;
        long limit = 0;
        while (arguments.HasNext)
        {
            if (!arguments.TryKeyword("LIMIT"u8) || !arguments.HasNext)
                return CommonErrors.Syntax;
            if (!Numbers.TryParseInteger(arguments.Next(), out limit) || limit < 0)
                return SortedSetErrors.NegativeLimit;
        }
        command = new ZInterCard { Sources = sources, Limit = limit };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Sources.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        new SortedSetCombination(context, SortedSetOperation.Intersection, Sources)
            .CountIntersection(Limit, out reply);
}
