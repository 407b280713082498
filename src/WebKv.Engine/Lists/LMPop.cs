using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Lists;

/// <summary>LMPOP: takes elements from the first of several keys that has a list.</summary>
/// <remarks>Logged as LPOP or RPOP of that key with the number of elements that were taken.</remarks>
public readonly ref struct LMPop : ICommand<LMPop, LMPopReply>
{
    public static CommandInfo Info { get; } = new("lmpop", "numkeys key [key ...] LEFT | RIGHT [COUNT count]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.MovableKeys,
        Group = CommandGroup.List,
        Summary = "Removes elements from the first of several lists that is not empty and returns them.",
        Complexity = "O(N+M): N keys looked at, M elements returned",
    };

    public required KeyList Keys { get; init; }

    public required ListSide Side { get; init; }

    /// <summary>Most elements to take.</summary>
    public long Count { get; init; } = 1;

    public LMPop()
    {
    }

    public static Error? Parse(ref ArgReader arguments, out LMPop command)
    {
        command = default;
        if (arguments.NextInteger(out long keyCount) is not null || keyCount <= 0)
            return ListErrors.KeyCount;
        // The side follows the keys.
        if (keyCount >= arguments.Remaining)
            return CommonErrors.Syntax;
        KeyList keys = arguments.NextKeys((int)keyCount);
        long count = 1;
        Error? error = ListArguments.NextSide(ref arguments, out ListSide side)
            ?? ParseCount(ref arguments, out count);
        command = new LMPop { Keys = keys, Side = side, Count = count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out LMPopReply reply)
    {
        reply = default;
        for (int i = 0; i < Keys.Count; i++)
        {
            Key key = Keys[i];
            Error? error = ListPop.TryTake(context, key, Side, Count, out BulksReply elements, out bool found);
            if (error is not null)
                return error;
            if (!found)
                continue;
            reply = new LMPopReply(key.Bytes, elements);
            return null;
        }
        return null;
    }

    private static Error? ParseCount(ref ArgReader arguments, out long count)
    {
        count = 1;
        if (!arguments.HasNext)
            return null;
        if (arguments.Remaining != 2 || !arguments.TryKeyword("COUNT"u8))
            return CommonErrors.Syntax;
        return arguments.NextInteger(out count) is null && count > 0 ? null : ListErrors.PopCount;
    }
}
