using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>APPEND: adds bytes to the end of a string, or creates it; replies with the new length.</summary>
/// <remarks>
/// Keeps the expiry. Logged as it is, unless it adds nothing to a key that exists. A value inside its record moves
/// when it outgrows its block; a blob grows by a quarter, so n appends copy O(n) bytes in all.
/// </remarks>
public readonly ref struct Append : ICommand<Append, IntegerReply>
{
    public static CommandInfo Info { get; } = new("append", "key value")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Appends a string to the value of a key; creates the key when it does not exist.",
        Complexity = "O(N) in the length of the appended string, amortised",
    };

    public required Key Key { get; init; }

    public required Value Value { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Append command)
    {
        command = new Append { Key = arguments.NextKey(), Value = arguments.NextValue() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = context.PeekString(Key, out Record record);
        if (error is not null)
            return error;
        int oldLength = record.IsNull ? 0 : record.Bytes.Length;
        if (Value.Length > Values.LengthMax - oldLength)
            return CommonErrors.StringTooLong;

        reply = new IntegerReply(oldLength + Value.Length);
        if (record.IsNull)
            context.SetString(Key, record, Value, expiryMs: 0);
        else if (Value.Length > 0)
            Value.Bytes.CopyTo(context.EditString(Key, record, oldLength + Value.Length)[oldLength..]);
        context.Notify(KeyspaceEvents.String, "append"u8, Key);
        if (record.IsNull || Value.Length > 0)
            LogAppend(context);
        return null;
    }

    private void LogAppend(CommandContext context)
    {
        if (!context.BeginLog("APPEND"u8, 2))
            return;
        context.LogArgument(Key.Bytes);
        context.LogArgument(Value);
    }
}
