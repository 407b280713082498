using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.HyperLogLog;

/// <summary>PFADD: lets a HyperLogLog see elements, or creates it; replies whether that has changed it.</summary>
/// <remarks>Logged as it is, unless it changes nothing. A dense value is changed in place; a sparse one is written
/// anew, some microseconds.</remarks>
public readonly ref struct PfAdd : ICommand<PfAdd, IntegerReply>
{
    public static CommandInfo Info { get; } = new("pfadd", "key [element [element ...]]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.HyperLogLog,
        Keys = KeySpec.One,
        Summary = "Adds elements to a HyperLogLog; creates it when it does not exist.",
        Complexity = "O(1) for each element",
    };

    public required Key Key { get; init; }

    public required ValueList Elements { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PfAdd command)
    {
        command = new PfAdd { Key = arguments.NextKey(), Elements = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = HllKeys.Peek(context, Key, out Record record);
        if (error is not null)
            return error;
        bool changed = !record.IsNull && HllFormat.IsDense(record.Bytes)
            ? AddToDense(context, record)
            : AddToSparse(context, record, out error);
        if (error is not null || !changed)
            return error;
        reply = new IntegerReply(1);
        context.Notify(KeyspaceEvents.String, "pfadd"u8, Key);
        LogAdd(context);
        return null;
    }

    private bool AddToDense(CommandContext context, Record record)
    {
        ReadOnlySpan<byte> seen = record.Bytes;
        Span<byte> edited = default;
        for (int i = 0; i < Elements.Count; i++)
        {
            (int index, byte rank) = HllEstimator.Place(Elements[i].Bytes);
            if (HllFormat.Register(seen, index) >= rank)
                continue;
            if (edited.IsEmpty)
                seen = edited = context.EditString(Key, record, HllFormat.DenseBytes);
            HllFormat.SetRegister(edited, index, rank);
        }
        if (edited.IsEmpty)
            return false;
        HllFormat.MarkStale(edited);
        return true;
    }

    private bool AddToSparse(CommandContext context, Record record, out Error? error)
    {
        Span<byte> registers = HllKeys.NewRegisters(context);
        error = record.IsNull ? null : HllFormat.MergeInto(registers, record.Bytes);
        if (error is not null)
            return false;
        bool changed = record.IsNull;
        for (int i = 0; i < Elements.Count; i++)
        {
            (int index, byte rank) = HllEstimator.Place(Elements[i].Bytes);
            if (registers[index] >= rank)
                continue;
            registers[index] = rank;
            changed = true;
        }
        if (changed)
            HllKeys.Store(context, Key, record, registers, asDense: false);
        return changed;
    }

    private void LogAdd(CommandContext context)
    {
        if (!context.BeginLog("PFADD"u8, 1 + Elements.Count))
            return;
        context.LogArgument(Key.Bytes);
        Elements.Log(context);
    }
}
