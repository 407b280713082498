using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>BZPOPMIN: takes the member with the lowest score from the first of several sorted sets that has any, or
/// waits for one.</summary>
public readonly ref struct BZPopMin : ICommand<BZPopMin, MultiPopReply>
{
    public static CommandInfo Info { get; } = new("bzpopmin", "key [key ...] timeout")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Blocking | CommandFlags.Fast,
        Group = CommandGroup.SortedSet,
        Keys = new KeySpec(1, -2, 1),
        Summary = "Takes the member with the lowest score from the first sorted set that is not empty, or waits.",
        Complexity = "O(K)+O(log(N)) with K keys",
    };

    /// <summary>Tried in this order.</summary>
    public required KeyList Keys { get; init; }

    /// <summary>Milliseconds; 0 for ever.</summary>
    public required long TimeoutMs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BZPopMin command)
    {
        KeyList keys = arguments.NextKeys(arguments.Remaining - 1);
        Error? error = WaitTimeout.Parse(arguments.Next(), out long timeoutMs);
        command = new BZPopMin { Keys = keys, TimeoutMs = timeoutMs };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out MultiPopReply reply) =>
        SortedSetPop.TakeFirstOrWait(context, Keys, highest: false, count: null, TimeoutMs, out reply);
}
