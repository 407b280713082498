using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>SETRANGE: overwrites a part of a string, which grows with zero bytes as needed; replies with its length.
/// </summary>
/// <remarks>
/// Keeps the expiry. An empty value changes nothing and creates nothing, and is not logged. The limit is checked
/// before anything is allocated.
/// </remarks>
public readonly ref struct SetRange : ICommand<SetRange, IntegerReply>
{
    public static CommandInfo Info { get; } = new("setrange", "key offset value")
    {
        Arity = 4,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Overwrites a part of the string value of a key from an offset on; creates the key if needed.",
        Complexity = "O(N) in the length of the value, plus the growth of the string",
    };

    public required Key Key { get; init; }

    public required long Offset { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SetRange command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long offset);
        command = new SetRange { Key = key, Offset = offset, Value = arguments.NextValue() };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        if (Offset < 0)
            return CommonErrors.OffsetOutOfRange;
        Error? error = context.PeekString(Key, out Record record);
        if (error is not null)
            return error;
        int oldLength = record.IsNull ? 0 : record.Bytes.Length;
        reply = new IntegerReply(oldLength);
        if (Value.Length == 0)
            return null;
        if (Offset > Values.LengthMax - Value.Length)
            return CommonErrors.StringTooLong;

        int length = Math.Max(oldLength, (int)Offset + Value.Length);
        Value.Bytes.CopyTo(context.EditString(Key, record, length)[(int)Offset..]);
        context.Notify(KeyspaceEvents.String, "setrange"u8, Key);
        reply = new IntegerReply(length);
        LogRange(context);
        return null;
    }

    private void LogRange(CommandContext context)
    {
        if (!context.BeginLog("SETRANGE"u8, 3))
            return;
        context.LogArgument(Key.Bytes);
        context.LogArgument(Offset);
        context.LogArgument(Value);
    }
}
