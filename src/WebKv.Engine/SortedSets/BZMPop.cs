using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.SortedSets;

/// <summary>BZMPOP: takes members from an end of the first of several sorted sets that has any, or waits for some.
/// </summary>
public readonly ref struct BZMPop : ICommand<BZMPop, MultiPopReply>
{
    public static CommandInfo Info { get; } = new("bzmpop", "timeout numkeys key [key ...] MIN | MAX [COUNT count]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.Blocking | CommandFlags.MovableKeys,
        Group = CommandGroup.SortedSet,
        Keys = KeySpec.Counted(2),
        Summary = "Takes members from the first sorted set that is not empty, or waits for some.",
        Complexity = "O(K)+O(M*log(N)) with K keys and M members removed",
    };

    /// <summary>Tried in this order; at least one.</summary>
    public required KeyList Keys { get; init; }

    /// <summary>MAX: the highest scores; else the lowest.</summary>
    public bool Highest { get; init; }

    /// <summary>At least one.</summary>
    public required long Count { get; init; }

    /// <summary>Milliseconds; 0 for ever.</summary>
    public required long TimeoutMs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BZMPop command)
    {
        Error? error = WaitTimeout.Parse(arguments.Next(), out long timeoutMs);
        Error? manyError = SortedSetPop.ParseMany(
            ref arguments, out KeyList keys, out bool highest, out long count);
        command = new BZMPop { Keys = keys, Highest = highest, Count = count, TimeoutMs = timeoutMs };
        return error ?? manyError;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out MultiPopReply reply) =>
        SortedSetPop.TakeFirstOrWait(context, Keys, Highest, Count, TimeoutMs, out reply);
}
