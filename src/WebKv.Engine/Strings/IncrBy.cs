using System.Buffers.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>INCRBY: adds to the integer that a string holds, 0 for a missing key; replies with the sum.</summary>
/// <remarks>
/// Keeps the expiry. INCR, DECR and DECRBY are this with another delta, and all four are logged as INCRBY. The value
/// stays plain text; its record is written in place unless the number of digits needs another block.
/// </remarks>
public readonly ref struct IncrBy : ICommand<IncrBy, IntegerReply>
{
    private const int IntegerTextMax = 20;

    public static CommandInfo Info { get; } = new("incrby", "key increment")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Adds an integer to the integer value of a key; a missing key counts as 0.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required long Delta { get; init; }

    public static Error? Parse(ref ArgReader arguments, out IncrBy command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long delta);
        command = new IncrBy { Key = key, Delta = delta };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = context.PeekString(Key, out Record record);
        if (error is not null)
            return error;
        long value = 0;
        if (!record.IsNull && !Numbers.TryParseInteger(record.Bytes, out value))
            return CommonErrors.StoredNotInteger;
        if (Delta > 0 ? value > long.MaxValue - Delta : value < long.MinValue - Delta)
            return CommonErrors.IncrementOverflow;

        value += Delta;
        Span<byte> text = stackalloc byte[IntegerTextMax];
        Utf8Formatter.TryFormat(value, text, out int length);
        context.SetString(Key, record, new Value(text[..length]), record.IsNull ? 0 : record.ExpiryMs);
        context.Notify(KeyspaceEvents.String, "incrby"u8, Key);
        reply = new IntegerReply(value);
        LogIncrement(context);
        return null;
    }

    private void LogIncrement(CommandContext context)
    {
        if (!context.BeginLog("INCRBY"u8, 2))
            return;
        context.LogArgument(Key.Bytes);
        context.LogArgument(Delta);
    }
}
