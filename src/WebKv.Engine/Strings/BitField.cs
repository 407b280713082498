using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>BITFIELD: reads and changes integers of any width at any bit of a string, one after the other.</summary>
/// <remarks>
/// Keeps the expiry. The string grows ahead for all operations that write, also for those that then fail. Logged with
/// the writes as what they came to: SET type offset value, or INCRBY type offset 0 for one that failed and may have
/// made the string grow. What changes nothing is not logged.
/// </remarks>
public readonly ref struct BitField : ICommand<BitField, IntegersOrNullReply>
{
    private const int ArgumentsPerWrite = 4;

    public static CommandInfo Info { get; } = new(
        "bitfield",
        "key [GET type offset | [OVERFLOW WRAP | SAT | FAIL] SET type offset value | "
        + "[OVERFLOW WRAP | SAT | FAIL] INCRBY type offset increment ...]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.Bitmap,
        Keys = KeySpec.One,
        Summary = "Reads, sets and increments integers of any width inside the string value of a key.",
        Complexity = "O(N) in the number of operations, plus the growth of the string",
    };

    public required Key Key { get; init; }

    public required BitFieldOperation[] Operations { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BitField command)
    {
        Key key = arguments.NextKey();
        Error? error = BitFieldParser.Parse(ref arguments, out BitFieldOperation[] operations);
        command = new BitField { Key = key, Operations = operations };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegersOrNullReply reply)
    {
        reply = new IntegersOrNullReply([]);
        long bytesNeeded = Operations.Where(operation => operation.Writes)
            .Aggregate(0L, (most, operation) => Math.Max(most, operation.BytesNeeded));
        if (bytesNeeded > Values.LengthMax)
            return CommonErrors.BitOffset;
        Error? error = bytesNeeded > 0
            ? context.PeekString(Key, out Record record)
            : context.FindString(Key, out record);
        if (error is not null)
            return error;
        var results = new long?[Operations.Length];
        var written = new long?[Operations.Length];
        bool isChanged = Run(context, record, (int)bytesNeeded, results, written);
        reply = new IntegersOrNullReply(results);
        if (isChanged)
        {
            context.Notify(KeyspaceEvents.String, "setbit"u8, Key);
            LogWrites(context, written);
        }
        return null;
    }

    private bool Run(CommandContext context, Record record, int bytesNeeded, long?[] results, long?[] written)
    {
        ReadOnlySpan<byte> bytes = record.IsNull ? default : record.Bytes;
        Span<byte> edited = default;
        bool isEdited = bytesNeeded > bytes.Length;
        if (isEdited)
            bytes = edited = context.EditString(Key, record, bytesNeeded);
        for (int i = 0; i < Operations.Length; i++)
        {
            BitFieldOperation operation = Operations[i];
            long before = BitFieldBits.Read(bytes, operation.Type, operation.Offset);
            written[i] = operation.Writes ? operation.After(before) : before;
            results[i] = operation.Action == BitFieldAction.Set && written[i] is not null ? before : written[i];
            if (written[i] is not { } after || after == before)
                continue;
            // Not before something changes: it tells those who watch the key.
            if (!isEdited)
                bytes = edited = context.EditString(Key, record, bytes.Length);
            isEdited = true;
            BitFieldBits.Write(edited, operation.Type, operation.Offset, after);
        }
        return isEdited;
    }

    private void LogWrites(CommandContext context, long?[] written)
    {
        int writes = Operations.Count(operation => operation.Writes);
        if (!context.BeginLog("BITFIELD"u8, 1 + writes * ArgumentsPerWrite))
            return;
        context.LogArgument(Key.Bytes);
        Span<byte> room = stackalloc byte[3];
        for (int i = 0; i < Operations.Length; i++)
        {
            BitFieldOperation operation = Operations[i];
            if (!operation.Writes)
                continue;
            context.LogArgument(written[i] is null ? "INCRBY"u8 : "SET"u8);
            context.LogArgument(operation.Type.Format(room));
            context.LogArgument(operation.Offset);
            context.LogArgument(written[i] ?? 0);
        }
    }
}
