using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>GETEX: replies with the value of a string and changes its expiry, or not.</summary>
/// <remarks>
/// Logged as PEXPIREAT, as PERSIST, or as DEL when the time is not in the future; without an option, or when there
/// was no expiry to take away, it changes nothing and logs nothing.
/// </remarks>
public readonly ref struct GetEx : ICommand<GetEx, BulkReply>
{
    public static CommandInfo Info { get; } = new(
        "getex", "key [EX seconds | PX ms | EXAT unix-seconds | PXAT unix-ms | PERSIST]")
    {
        Arity = -2,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Returns the string value of a key and sets or removes its expiry.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    /// <summary>A time, <see cref="Expiry.Remove"/>, or unset to leave the expiry alone.</summary>
    public Expiry Expiry { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GetEx command)
    {
        Key key = arguments.NextKey();
        Error? error = null;
        Expiry expiry = default;
        if (arguments.TryKeyword("PERSIST"u8))
            expiry = Expiry.Remove;
        else if (arguments.HasNext)
            error = Expiry.ParseTime(ref arguments, Info.Name, out expiry);
        command = new GetEx { Key = key, Expiry = expiry };
        return arguments.HasNext ? CommonErrors.Syntax : error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = default;
        if (!Expiry.TryResolve(context.NowMs, out long expiryMs))
            return CommonErrors.InvalidExpireTime(Info.Name);
        Error? error = context.FindString(Key, out Record record);
        if (error is not null || record.IsNull)
            return error;
        reply = context.Replies.Capture(record);
        if (expiryMs != 0)
            Expire(context, record, expiryMs);
        else if (Expiry.Removes && record.HasExpiry)
            Persist(context, record);
        return null;
    }

    private void Expire(CommandContext context, Record record, long expiryMs)
    {
        if (expiryMs <= context.NowMs)
        {
            context.Remove(Key, record);
            context.LogDelete(Key);
            context.NotifyDeleted(Key);
            return;
        }
        context.SetExpiry(Key, record, expiryMs);
        context.Notify(KeyspaceEvents.Generic, "expire"u8, Key);
        if (!context.BeginLog("PEXPIREAT"u8, 2))
            return;
        context.LogArgument(Key.Bytes);
        context.LogArgument(expiryMs);
    }

    private void Persist(CommandContext context, Record record)
    {
        context.SetExpiry(Key, record, 0);
        context.Notify(KeyspaceEvents.Generic, "persist"u8, Key);
        if (context.BeginLog("PERSIST"u8, 1))
            context.LogArgument(Key.Bytes);
    }
}
