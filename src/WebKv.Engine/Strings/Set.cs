using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>
/// SET: stores a value whatever the key held, with an optional condition and expiry.
/// </summary>
/// <remarks>Logged as SET key value [PXAT ms], without the condition that let it happen.</remarks>
public readonly ref struct Set : ICommand<Set, SetReply>
{
    public static CommandInfo Info { get; } = new(
        "set", "key value [NX | XX] [GET] [EX seconds | PX ms | EXAT unix-seconds | PXAT unix-ms | KEEPTTL]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Sets the string value of a key, whatever its type, and its expiry.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required Value Value { get; init; }

    public SetCondition Condition { get; init; }

    public Expiry Expiry { get; init; }

    /// <summary>GET: reply with the old value, and refuse keys that hold another type.</summary>
    public bool ReturnOld { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Set command)
    {
        Key key = arguments.NextKey();
        Value value = arguments.NextValue();
        if (!arguments.HasNext)
        {
            command = new Set { Key = key, Value = value };
            return null;
        }
        Error? error = SetOptions.Parse(ref arguments, Info.Name, out SetOptions options);
        command = new Set
        {
            Key = key,
            Value = value,
            Condition = options.Condition,
            Expiry = options.Expiry,
            ReturnOld = options.ReturnOld,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out SetReply reply)
    {
        reply = default;
        if (Value.Length > Values.LengthMax)
            return CommonErrors.StringTooLong;
        if (!Expiry.TryResolve(context.NowMs, out long expiryMs))
            return CommonErrors.InvalidExpireTime(Info.Name);
        bool exists = context.TryPeek(Key, out Record record);
        if (ReturnOld && !exists)
            context.NotifyMiss(Key);
        if (ReturnOld && exists && record.Type != RecordType.String)
            return CommonErrors.WrongType;

        BulkReply old = ReturnOld && exists ? context.Replies.Capture(record) : default;
        bool written = Condition == SetCondition.None || exists == (Condition == SetCondition.Present);
        reply = new SetReply(written, !exists, ReturnOld, old);
        if (!written)
            return null;
        context.SetString(Key, record, Value, Expiry.KeepsOld && exists ? record.ExpiryMs : expiryMs);
        context.Notify(KeyspaceEvents.String, "set"u8, Key);
        if (expiryMs != 0)
            context.Notify(KeyspaceEvents.Generic, "expire"u8, Key);
        LogSet(context, Key, Value, Expiry.KeepsOld, expiryMs);
        return null;
    }

    /// <summary>Journals the state that a SET left behind.</summary>
    internal static void LogSet(CommandContext context, Key key, Value value, bool keepsExpiry, long expiryMs)
    {
        int arguments = expiryMs != 0 ? 4 : keepsExpiry ? 3 : 2;
        if (!context.BeginLog("SET"u8, arguments))
            return;
        context.LogArgument(key.Bytes);
        context.LogArgument(value);
        if (expiryMs != 0)
        {
            context.LogArgument("PXAT"u8);
            context.LogArgument(expiryMs);
        }
        else if (keepsExpiry)
        {
            context.LogArgument("KEEPTTL"u8);
        }
    }
}
