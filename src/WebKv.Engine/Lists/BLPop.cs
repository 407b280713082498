using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Lists;

/// <summary>BLPOP: takes an element from the head of the first of several lists that has some, or waits for
/// one.</summary>
public readonly ref struct BLPop : ICommand<BLPop, KeyedPopReply>
{
    public static CommandInfo Info { get; } = new("blpop", "key [key ...] timeout")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Blocking,
        Group = CommandGroup.List,
        Keys = new KeySpec(1, -2, 1),
        Summary = "Takes an element from the first list that is not empty, or waits for one.",
        Complexity = "O(N) in the number of keys",
    };

    /// <summary>Tried in this order.</summary>
    public required KeyList Keys { get; init; }

    /// <summary>Milliseconds; 0 for ever.</summary>
    public required long TimeoutMs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BLPop command)
    {
        KeyList keys = arguments.NextKeys(arguments.Remaining - 1);
        Error? error = WaitTimeout.Parse(arguments.Next(), out long timeoutMs);
        command = new BLPop { Keys = keys, TimeoutMs = timeoutMs };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out KeyedPopReply reply) =>
        ListPop.ApplyOrWait(context, Keys, ListSide.Left, null, TimeoutMs, out reply);
}
