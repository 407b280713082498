using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Lists;

/// <summary>BLMPOP: takes elements from the first of several lists that has some, or waits for some.</summary>
public readonly ref struct BLMPop : ICommand<BLMPop, KeyedPopReply>
{
    public static CommandInfo Info { get; } = new("blmpop", "timeout numkeys key [key ...] LEFT | RIGHT [COUNT count]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.Blocking | CommandFlags.MovableKeys,
        Group = CommandGroup.List,
        Keys = KeySpec.Counted(2),
        Summary = "Takes elements from the first list that is not empty, or waits for some.",
        Complexity = "O(N+M), N keys and M elements",
    };

    /// <summary>Tried in this order.</summary>
    public required KeyList Keys { get; init; }

    public required ListSide Side { get; init; }

    public required long Count { get; init; }

    /// <summary>Milliseconds; 0 for ever.</summary>
    public required long TimeoutMs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BLMPop command)
    {
        Error? error = WaitTimeout.Parse(arguments.Next(), out long timeoutMs);
        Error? manyError = ListPop.ParseMany(ref arguments, out KeyList keys, out ListSide side, out long count);
        command = new BLMPop { Keys = keys, Side = side, Count = count, TimeoutMs = timeoutMs };
        return error ?? manyError;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out KeyedPopReply reply) =>
        ListPop.ApplyOrWait(context, Keys, Side, Count, TimeoutMs, out reply);
}
