using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.HyperLogLog;

/// <summary>PFMERGE: makes a HyperLogLog see all that some others have seen.</summary>
/// <remarks>The destination counts as one of them, keeps its expiry, and is made if it is missing. It is dense if one
/// of them is. Logged as it is.</remarks>
public readonly ref struct PfMerge : ICommand<PfMerge, OkReply>
{
    public static CommandInfo Info { get; } = new("pfmerge", "destination [source [source ...]]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.HyperLogLog,
        Keys = KeySpec.All,
        Summary = "Merges HyperLogLogs into one.",
        Complexity = "O(N) in the number of keys, some ten microseconds each",
    };

    /// <summary>The destination, then any number of sources.</summary>
    public required KeyList Keys { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PfMerge command)
    {
        command = new PfMerge { Keys = arguments.NextKeys(arguments.Remaining) };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        Span<byte> registers = HllKeys.NewRegisters(context);
        bool isDense = false;
        for (int i = 0; i < Keys.Count; i++)
        {
            Error? error = HllKeys.Peek(context, Keys[i], out Record source);
            if (error is null && source.IsNull)
            {
                context.NotifyMiss(Keys[i]);
            }
            else if (error is null)
            {
                isDense |= HllFormat.IsDense(source.Bytes);
                error = HllFormat.MergeInto(registers, source.Bytes);
            }
            if (error is not null)
                return error;
        }
        Key destination = Keys[0];
        context.TryPeek(destination, out Record record);
        HllKeys.Store(context, destination, record, registers, isDense);
        context.Notify(KeyspaceEvents.String, "pfadd"u8, destination);
        LogMerge(context);
        return null;
    }

    private void LogMerge(CommandContext context)
    {
        if (!context.BeginLog("PFMERGE"u8, Keys.Count))
            return;
        for (int i = 0; i < Keys.Count; i++)
            context.LogArgument(Keys[i].Bytes);
    }
}
