using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>
/// Answers the four questions about deadlines of fields: per field -2 where there is no field or no key, -1 where it
/// has no deadline.
/// </summary>
/// <remarks>Seconds are rounded up, as Redis does for fields.</remarks>
internal static class FieldExpiryQuery
{
    private const long MsPerSecond = 1000;

    /// <summary>Milliseconds or seconds from a base to the deadline.</summary>
    public static Error? Ask(
        CommandContext context, in FieldList list, long baseMs, bool isSeconds, out IntegersReply reply)
    {
        reply = default;
        if (HashView.Find(context, list.Key, out HashView hash) is { } error)
            return error;
        var results = new FieldResults(list.Fields.Count);
        for (int i = 0; i < list.Fields.Count; i++)
        {
            if (!hash.TryGet(list.Fields[i].Bytes, out HashField found))
                results[i] = FieldResults.NoField;
            else if (found.DeadlineMs == 0)
                results[i] = FieldResults.NoDeadline;
            else
                results[i] = InUnit(found.DeadlineMs - baseMs, isSeconds);
        }
        reply = results.Reply;
        return null;
    }

    private static long InUnit(long ms, bool isSeconds) =>
        isSeconds ? (ms + MsPerSecond - 1) / MsPerSecond : ms;
}
