using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>
/// Sets deadlines: the part that the four EXPIRE commands share once their time is known.
/// </summary>
/// <remarks>
/// A deadline that is not in the future deletes the key at once, and that is what is journalled then: DEL. During
/// replay it does not: the journal has the DEL at its own place. Any other is journalled as PEXPIREAT.
/// </remarks>
internal static class Deadline
{
    private const long MsPerSecond = 1000;

    /// <summary>A time in seconds or ms, from a base, as Unix ms; the error when 64 bits do not hold it.</summary>
    public static Error? Resolve(long time, bool isSeconds, long baseMs, CommandInfo info, out long deadlineMs)
    {
        deadlineMs = 0;
        if (isSeconds && time is > long.MaxValue / MsPerSecond or < long.MinValue / MsPerSecond)
            return CommonErrors.InvalidExpireTime(info.Name);
        long ms = isSeconds ? time * MsPerSecond : time;
        if (ms > long.MaxValue - baseMs)
            return CommonErrors.InvalidExpireTime(info.Name);
        deadlineMs = ms + baseMs;
        return null;
    }

    /// <summary>Replies 1 if the deadline was set or has passed, 0 if there is no such key or the condition does not
    /// hold.</summary>
    public static IntegerReply Set(CommandContext context, Key key, long deadlineMs, ExpireCondition condition)
    {
        if (!context.TryPeek(key, out Record record) || !Allows(condition, record, deadlineMs))
            return new IntegerReply(0);
        if (deadlineMs <= context.NowMs && !context.IsReplay)
        {
            context.Remove(key, record);
            context.LogDelete(key);
            context.NotifyDeleted(key);
            return new IntegerReply(1);
        }
        context.SetExpiry(key, record, deadlineMs);
        context.Notify(KeyspaceEvents.Generic, "expire"u8, key);
        if (context.BeginLog("PEXPIREAT"u8, 2))
        {
            context.LogArgument(key.Bytes);
            context.LogArgument(deadlineMs);
        }
        return new IntegerReply(1);
    }

    private static bool Allows(ExpireCondition condition, Record record, long deadlineMs)
    {
        if ((condition & ExpireCondition.HasNone) != 0 && record.HasExpiry)
            return false;
        if ((condition & ExpireCondition.HasSome) != 0 && !record.HasExpiry)
            return false;
        if ((condition & ExpireCondition.Greater) != 0 && (!record.HasExpiry || deadlineMs <= record.ExpiryMs))
            return false;
        return (condition & ExpireCondition.Less) == 0 || !record.HasExpiry || deadlineMs < record.ExpiryMs;
    }
}
