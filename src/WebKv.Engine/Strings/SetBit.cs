using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>SETBIT: sets or clears one bit of a string, which grows with zero bytes as needed; replies with the old
/// bit.</summary>
/// <remarks>
/// Keeps the expiry. A bit that has the value already is no change and is not logged, unless the string grew for it.
/// </remarks>
public readonly ref struct SetBit : ICommand<SetBit, IntegerReply>
{
    public static CommandInfo Info { get; } = new("setbit", "key offset value")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.Bitmap,
        Keys = KeySpec.One,
        Summary = "Sets or clears the bit at an offset of the string value of a key; creates the key if needed.",
        Complexity = "O(1), plus the growth of the string",
    };

    public required Key Key { get; init; }

    /// <summary>0 is the highest bit of the first byte.</summary>
    public required long Offset { get; init; }

    public required bool Bit { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SetBit command)
    {
        Key key = arguments.NextKey();
        Error? error = BitOffset.Parse(ref arguments, out long offset);
        bool isInteger = Numbers.TryParseInteger(arguments.Next(), out long bit);
        command = new SetBit { Key = key, Offset = offset, Bit = bit == 1 };
        return error ?? (isInteger && bit is 0 or 1 ? null : CommonErrors.BitValue);
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (!BitOffset.IsValid(Offset))
            return CommonErrors.BitOffset;
        Error? error = context.PeekString(Key, out Record record);
        if (error is not null)
            return error;
        int index = (int)(Offset >> 3);
        byte mask = BitOffset.MaskOf(Offset);
        int oldLength = record.IsNull ? 0 : record.Bytes.Length;
        bool old = index < oldLength && (record.Bytes[index] & mask) != 0;
        reply = new IntegerReply(old ? 1 : 0);
        if (old == Bit && index < oldLength)
            return null;

        Span<byte> bytes = context.EditString(Key, record, Math.Max(oldLength, index + 1));
        bytes[index] = (byte)(Bit ? bytes[index] | mask : bytes[index] & ~mask);
        context.Notify(KeyspaceEvents.String, "setbit"u8, Key);
        LogBit(context);
        return null;
    }

    private void LogBit(CommandContext context)
    {
        if (!context.BeginLog("SETBIT"u8, 3))
            return;
        context.LogArgument(Key.Bytes);
        context.LogArgument(Offset);
        context.LogArgument(Bit ? 1 : 0);
    }
}
