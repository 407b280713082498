using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Strings;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>HSETEX: sets fields with one deadline for all, if a condition holds; replies 1 if it did, else 0.</summary>
/// <remarks>
/// The condition is on all fields together: FNX, none of them is there; FXX, all of them are. Without a time the fields
/// lose their deadlines, as with HSET; KEEPTTL leaves each its own. A deadline that is past removes the fields. Logged
/// as HSET or HSETEX .. PXAT, or as HDEL, without the condition; KEEPTTL as HSETEX .. KEEPTTL.
/// </remarks>
public readonly ref struct HSetEx : ICommand<HSetEx, FieldsSetReply>
{
    private const string Usage = "key [FNX | FXX] [EX seconds | PX ms | EXAT unix-seconds | PXAT unix-ms | KEEPTTL] "
        + "FIELDS numfields field value [field value ...]";

    public static CommandInfo Info { get; } = new("hsetex", Usage)
    {
        Arity = -6,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Hash,
        Keys = KeySpec.One,
        Summary = "Sets fields of a hash and their expiry, if a condition holds.",
        Complexity = "O(N) in the number of fields set",
    };

    public required Key Key { get; init; }

    public SetCondition Condition { get; init; }

    /// <summary>A time, <see cref="Expiry.KeepOld"/>, or unset for no deadline.</summary>
    public Expiry Expiry { get; init; }

    public required FieldPairs Pairs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out HSetEx command)
    {
        command = default;
        Key key = arguments.NextKey();
        var condition = SetCondition.None;
        Expiry expiry = default;
        while (arguments.HasNext && !Keywords.Equal(arguments.Peek(), "FIELDS"u8))
        {
            Error? error = null;
            if (condition == SetCondition.None && arguments.TryKeyword("FNX"u8))
                condition = SetCondition.Absent;
            else if (condition == SetCondition.None && arguments.TryKeyword("FXX"u8))
                condition = SetCondition.Present;
            else
                error = expiry.IsUnset ? Expiry.Parse(ref arguments, Info.Name, out expiry) : CommonErrors.Syntax;
            if (error is not null)
                return error;
        }
        Error? failure = FieldArguments.ParsePairs(ref arguments, out FieldPairs pairs);
        command = new HSetEx { Key = key, Condition = condition, Expiry = expiry, Pairs = pairs };
        return failure;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out FieldsSetReply reply)
    {
        reply = default;
        if (!Expiry.TryResolve(context.NowMs, out long deadlineMs) || deadlineMs > FieldExpiry.DeadlineMaxMs)
            return CommonErrors.InvalidExpireTime(Info.Name);
        if (Pairs.HasTooLong())
            return CommonErrors.StringTooLong;
        if (HashEditor.Peek(context, Key, out HashEditor hash) is { } error)
            return error;
        if (!Allows(hash.View))
            return null;
        if (deadlineMs != 0 && deadlineMs <= context.NowMs && !context.IsReplay)
        {
            RemoveAll(context, ref hash);
            reply = new FieldsSetReply(isSet: true, added: 0);
            return null;
        }
        reply = new FieldsSetReply(isSet: true, SetAll(ref hash, deadlineMs));
        hash.Commit("hset"u8);
        if (deadlineMs != 0)
            context.Notify(KeyspaceEvents.Hash, "hexpire"u8, Key);
        LogSet(context, deadlineMs);
        return null;
    }

    private bool Allows(HashView hash)
    {
        for (int i = 0; Condition != SetCondition.None && i < Pairs.Count; i++)
            if (hash.Contains(Pairs.Field(i)) != (Condition == SetCondition.Present))
                return false;
        return true;
    }

    private long SetAll(ref HashEditor hash, long deadlineMs)
    {
        long added = 0;
        for (int i = 0; i < Pairs.Count; i++)
        {
            long own = deadlineMs;
            if (Expiry.KeepsOld && hash.View.TryGet(Pairs.Field(i), out HashField old))
                own = old.DeadlineMs;
            added += hash.Set(Pairs.Field(i), Pairs.Value(i).Bytes, own) ? 1 : 0;
        }
        return added;
    }

    private void RemoveAll(CommandContext context, ref HashEditor hash)
    {
        bool isRemoved = false;
        for (int i = 0; i < Pairs.Count; i++)
        {
            if (!hash.Remove(Pairs.Field(i)))
                continue;
            isRemoved = true;
            context.Log("HDEL"u8, Key.Bytes, Pairs.Field(i));
        }
        if (isRemoved)
            hash.Commit("hdel"u8);
    }

    private void LogSet(CommandContext context, long deadlineMs)
    {
        bool isPlain = deadlineMs == 0 && !Expiry.KeepsOld;
        int options = isPlain ? 0 : deadlineMs != 0 ? 4 : 3;
        if (!context.BeginLog(isPlain ? "HSET"u8 : "HSETEX"u8, 1 + options + Pairs.Count * 2))
            return;
        context.LogArgument(Key.Bytes);
        if (!isPlain)
        {
            context.LogArgument(deadlineMs != 0 ? "PXAT"u8 : "KEEPTTL"u8);
            if (deadlineMs != 0)
                context.LogArgument(deadlineMs);
            context.LogArgument("FIELDS"u8);
            context.LogArgument(Pairs.Count);
        }
        Pairs.Log(context);
    }
}
