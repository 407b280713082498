using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Sets;

/// <summary>SINTERCARD: how many members all of some sets have, at most a limit.</summary>
public readonly ref struct SInterCard : ICommand<SInterCard, IntegerReply>
{
    public static CommandInfo Info { get; } = new("sintercard", "numkeys key [key ...] [LIMIT limit]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly | CommandFlags.MovableKeys | CommandFlags.Slow | CommandFlags.Pauses,
        Group = CommandGroup.Set,
        Keys = KeySpec.Counted(1),
        Summary = "Returns the number of members of an intersection of sets.",
        Complexity = "O(N*M) in the members of the smallest set and the number of sets",
    };

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    /// <summary>Counting ends here; 0 for no limit.</summary>
    public long Limit { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SInterCard command)
    {
        command = default;
        if (!Numbers.TryParseInteger(arguments.Next(), out long keyCount) || keyCount < 1)
            return SetErrors.KeyCount;
        if (keyCount > arguments.Remaining)
            return SetErrors.KeyCountAboveArguments;
        KeyList sources = arguments.NextKeys((int)keyCount);
        long limit = 0;
        while (arguments.HasNext)
        {
            if (!arguments.TryKeyword("LIMIT"u8) || !arguments.HasNext)
                return CommonErrors.Syntax;
            if (!Numbers.TryParseInteger(arguments.Next(), out limit) || limit < 0)
                return SetErrors.NegativeLimit;
        }
        command = new SInterCard { Sources = sources, Limit = limit };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Sources.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        new SetCombination(context, SetOperation.Intersection, Sources).Count(Limit, out reply);
}
