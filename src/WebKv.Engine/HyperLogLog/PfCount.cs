using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.HyperLogLog;

/// <summary>PFCOUNT: about how many different elements one or several HyperLogLogs have seen together.</summary>
public readonly ref struct PfCount : ICommand<PfCount, IntegerReply>
{
    public static CommandInfo Info { get; } = new("pfcount", "key [key ...]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.HyperLogLog,
        Keys = KeySpec.All,
        Summary = "Returns the approximated cardinality of a HyperLogLog, or of the union of several.",
        Complexity = "O(N) in the number of keys, some ten microseconds each",
    };

    /// <summary>At least one.</summary>
    public required KeyList Keys { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PfCount command)
    {
        command = new PfCount { Keys = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Span<byte> registers = HllKeys.NewRegisters(context);
        for (int i = 0; i < Keys.Count; i++)
        {
            Error? error = HllKeys.Find(context, Keys[i], out Record record);
            if (error is null && !record.IsNull)
                error = HllFormat.MergeInto(registers, record.Bytes);
            if (error is not null)
                return error;
        }
        reply = new IntegerReply(HllEstimator.Estimate(registers));
        return null;
    }
}
