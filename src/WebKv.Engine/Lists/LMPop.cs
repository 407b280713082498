using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Lists;

/// <summary>LMPOP: takes elements from the first of several lists that has some.</summary>
public readonly ref struct LMPop : ICommand<LMPop, KeyedPopReply>
{
    public LMPop()
    {
    }

    public static CommandInfo Info { get; } = new("lmpop", "numkeys key [key ...] LEFT | RIGHT [COUNT count]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.MovableKeys,
        Group = CommandGroup.List,
        Keys = KeySpec.Counted(1),
        Summary = "Takes elements from the first list that is not empty.",
        Complexity = "O(N+M), N keys and M elements",
    };

    /// <summary>Tried in this order.</summary>
    public required KeyList Keys { get; init; }

    public required ListSide Side { get; init; }

    public long Count { get; init; } = 1;

    public static Error? Parse(ref ArgReader arguments, out LMPop command)
    {
        Error? error = ListPop.ParseMany(ref arguments, out KeyList keys, out ListSide side, out long count);
        command = new LMPop { Keys = keys, Side = side, Count = count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out KeyedPopReply reply) =>
        ListPop.ApplyFirst(context, Keys, Side, Count, out reply);
}
