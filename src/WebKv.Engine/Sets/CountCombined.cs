using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Sets;

/// <summary>SINTERCARD for any combination, which only typed doors can ask for.</summary>
public readonly ref struct CountCombined : IOperation<IntegerReply>
{
    public static CommandInfo Info => SInterCard.Info;

    public required SetOperation Operation { get; init; }

    /// <summary>At least one.</summary>
    public required KeyList Sources { get; init; }

    /// <summary>Counting ends here; 0 for no limit.</summary>
    public long Limit { get; init; }

    public void DeclareKeys(ref KeySet keys) => Sources.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply) =>
        new SetCombination(context, Operation, Sources).Count(Limit, out reply);
}
