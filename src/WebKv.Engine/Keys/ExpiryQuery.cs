using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>
/// Answers the four questions about a key's expiry: -2 where there is no key, -1 where it has no expiry.
/// </summary>
/// <remarks>Seconds are rounded to the nearest, so that a TTL read right after EXPIRE k 10 is 10.</remarks>
internal static class ExpiryQuery
{
    private const long NoKey = -2;
    private const long NoExpiry = -1;

    /// <summary>Milliseconds left to live.</summary>
    public static long LeftMs(CommandContext context, Key key)
    {
        long deadlineMs = DeadlineMs(context, key);
        return deadlineMs is NoKey or NoExpiry ? deadlineMs : Math.Max(0, deadlineMs - context.NowMs);
    }

    /// <summary>The deadline in Unix milliseconds.</summary>
    public static long DeadlineMs(CommandContext context, Key key)
    {
        if (!context.TryFind(key, out Record record, notesAccess: false))
            return NoKey;
        return record.HasExpiry ? record.ExpiryMs : NoExpiry;
    }

    // Adding the half before the division would overflow for the latest deadlines.
    public static long ToSeconds(long ms) =>
        ms is NoKey or NoExpiry ? ms : ms / 1000 + (ms % 1000 >= 500 ? 1 : 0);
}
