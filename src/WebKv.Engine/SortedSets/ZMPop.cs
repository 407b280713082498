using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

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
        Keys = KeySpec.Counted(1),
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
        Error? error = SortedSetPop.ParseMany(ref arguments, out KeyList keys, out bool highest, out long count);
        command = new ZMPop { Keys = keys, Highest = highest, Count = count };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out MultiPopReply reply) =>
        SortedSetPop.TakeFirst(context, Keys, Highest, Count, out reply);
}
