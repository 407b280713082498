using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>
/// Sets deadlines of fields: what the four HEXPIRE commands share.
/// </summary>
/// <remarks>
/// Replies per field: 1 set, 0 condition not met, 2 removed because the deadline is not in the future, -2 no such
/// field, which is also the reply for every field of a missing key. Journalled as HPEXPIREAT of the fields that were
/// set and HDEL of those that were removed. During replay a past deadline removes nothing: the HDEL has its own place.
/// </remarks>
internal static class FieldDeadline
{
    private const long MsPerSecond = 1000;

    /// <summary>A time in seconds or ms, from a base, as Unix ms.</summary>
    public static Error? Resolve(long time, bool isSeconds, long baseMs, CommandInfo info, out long deadlineMs)
    {
        deadlineMs = 0;
        if (time < 0)
            return HashErrors.ExpireTimeNegative;
        if (time > FieldExpiry.DeadlineMaxMs / (isSeconds ? MsPerSecond : 1))
            return CommonErrors.InvalidExpireTime(info.Name);
        deadlineMs = baseMs + (isSeconds ? time * MsPerSecond : time);
        return deadlineMs > FieldExpiry.DeadlineMaxMs ? CommonErrors.InvalidExpireTime(info.Name) : null;
    }

    public static Error? Set(
        CommandContext context, Key key, long deadlineMs, in FieldDeadlineArguments arguments, out IntegersReply reply)
    {
        reply = default;
        if (HashEditor.Peek(context, key, out HashEditor hash) is { } error)
            return error;
        ValueList fields = arguments.Fields;
        var results = new FieldResults(fields.Count);
        reply = results.Reply;
        for (int i = 0; i < fields.Count; i++)
            results[i] = SetOne(context, ref hash, fields[i].Bytes, deadlineMs, arguments.Condition);
        Finish(context, key, ref hash, deadlineMs, fields, results);
        return null;
    }

    /// <summary>Ends a change of deadlines and journals it.</summary>
    public static void Finish(
        CommandContext context, Key key, ref HashEditor hash, long deadlineMs, ValueList fields, FieldResults results)
    {
        bool isSet = results.CountOf(FieldResults.Done) > 0;
        bool isRemoved = results.CountOf(FieldResults.Removed) > 0;
        if (isSet && isRemoved)
            context.Notify(KeyspaceEvents.Hash, "hdel"u8, key);
        if (isSet || isRemoved)
            hash.Commit(isSet ? "hexpire"u8 : "hdel"u8);
        FieldLog.DeadlineSet(context, key, deadlineMs, fields, results);
        FieldLog.Removed(context, key, fields, results, FieldResults.Removed);
    }

    /// <summary>Gives a field a deadline, or removes it if that is past.</summary>
    public static int SetOne(
        CommandContext context,
        ref HashEditor hash,
        ReadOnlySpan<byte> field,
        long deadlineMs,
        ExpireCondition condition)
    {
        if (!hash.View.TryGet(field, out HashField found))
            return FieldResults.NoField;
        if (!Allows(condition, found.DeadlineMs, deadlineMs))
            return FieldResults.NotMet;
        if (deadlineMs <= context.NowMs && !context.IsReplay)
        {
            hash.Remove(field);
            return FieldResults.Removed;
        }
        hash.SetDeadline(field, deadlineMs);
        return FieldResults.Done;
    }

    // A field without a deadline lives for ever: nothing is greater, everything is less.
    private static bool Allows(ExpireCondition condition, long oldMs, long newMs) => condition switch
    {
        ExpireCondition.HasNone => oldMs == 0,
        ExpireCondition.HasSome => oldMs != 0,
        ExpireCondition.Greater => oldMs != 0 && newMs > oldMs,
        ExpireCondition.Less => oldMs == 0 || newMs < oldMs,
        _ => true,
    };
}
