using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>BITOP: stores a bitwise combination of strings; replies with its length, that of the longest one.
/// </summary>
/// <remarks>
/// Missing keys are empty strings; an empty result deletes the destination. The destination loses its expiry. Logged
/// as it is, or as DEL. The sources must not change while they are combined, so the work is done under the locks, and
/// the shards of all keys serve nobody else meanwhile: measured 0.3 ms for each MiB of each source, several times that
/// when the system has to supply fresh memory for the result.
/// </remarks>
public readonly ref struct BitOp : ICommand<BitOp, IntegerReply>
{
    public static CommandInfo Info { get; } = new("bitop", "AND | OR | XOR | NOT destination key [key ...]")
    {
        Arity = -4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Slow,
        Group = CommandGroup.Bitmap,
        Keys = new KeySpec(First: 2, Last: -1, Step: 1),
        Summary = "Stores the bitwise combination of string values in a key.",
        Complexity = "O(N) in the length of all sources",
    };

    public required BitOperation Operation { get; init; }

    public required Key Destination { get; init; }

    /// <summary>One for NOT, one or more for the others.</summary>
    public required KeyList Sources { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BitOp command)
    {
        Error? error = ParseOperation(ref arguments, out BitOperation operation);
        command = error is not null
            ? default
            : new BitOp
            {
                Operation = operation,
                Destination = arguments.NextKey(),
                Sources = arguments.NextKeys(arguments.Remaining),
            };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Destination);
        Sources.Declare(ref keys);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (Operation == BitOperation.Not && Sources.Count != 1)
            return CommonErrors.BitOpNotSources;
        if (FindLongest(context, out int length) is { } error)
            return error;
        context.TryPeek(Destination, out Record destination);
        reply = new IntegerReply(length);
        if (length > 0)
        {
            Store(context, destination, length);
            context.Notify(KeyspaceEvents.String, "set"u8, Destination);
            LogOperation(context);
        }
        else if (!destination.IsNull)
        {
            context.Remove(Destination, destination);
            context.LogDelete(Destination);
            context.NotifyDeleted(Destination);
        }
        return null;
    }

    private static Error? ParseOperation(ref ArgReader arguments, out BitOperation operation)
    {
        operation = default;
        if (arguments.TryKeyword("AND"u8))
            operation = BitOperation.And;
        else if (arguments.TryKeyword("OR"u8))
            operation = BitOperation.Or;
        else if (arguments.TryKeyword("XOR"u8))
            operation = BitOperation.Xor;
        else if (arguments.TryKeyword("NOT"u8))
            operation = BitOperation.Not;
        else
            return CommonErrors.Syntax;
        return null;
    }

    private Error? FindLongest(CommandContext context, out int length)
    {
        length = 0;
        for (int i = 0; i < Sources.Count; i++)
        {
            if (context.FindString(Sources[i], out Record source) is { } error)
                return error;
            if (!source.IsNull)
                length = Math.Max(length, source.Bytes.Length);
        }
        return null;
    }

    // The result has memory of its own until it is complete: the destination may be one of the sources.
    private void Store(CommandContext context, Record destination, int length)
    {
        if (length < Values.BlobBytesMin)
        {
            Span<byte> bytes = context.Replies.Reserve(length);
            Combine(context, bytes);
            context.SetString(Destination, destination, new Value(bytes), expiryMs: 0);
            return;
        }
        Blob blob = Blob.Allocate(length);
        Combine(context, blob.Span);
        context.SetString(Destination, destination, new Value(blob), expiryMs: 0);
        blob.Release();
    }

    private void Combine(CommandContext context, Span<byte> result)
    {
        for (int i = 0; i < Sources.Count; i++)
        {
            ReadOnlySpan<byte> source = context.TryPeek(Sources[i], out Record record) ? record.Bytes : default;
            if (i == 0)
                BitCombiner.Begin(Operation, result, source);
            else
                BitCombiner.Add(Operation, result, source);
        }
    }

    private void LogOperation(CommandContext context)
    {
        if (!context.BeginLog("BITOP"u8, 2 + Sources.Count))
            return;
        context.LogArgument(Operation switch
        {
            BitOperation.And => "AND"u8,
            BitOperation.Or => "OR"u8,
            BitOperation.Xor => "XOR"u8,
            _ => "NOT"u8,
        });
        context.LogArgument(Destination.Bytes);
        for (int i = 0; i < Sources.Count; i++)
            context.LogArgument(Sources[i].Bytes);
    }
}
