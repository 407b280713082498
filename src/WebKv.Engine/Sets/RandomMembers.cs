using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Sets;

/// <summary>
/// Draws members of a set for a reply.
/// </summary>
/// <remarks>
/// Different members: a few of many are drawn until they differ; else the set is walked and each member taken with the
/// probability that makes the choice even (selection sampling, Knuth's algorithm S). Members that may repeat are drawn
/// one by one.
/// </remarks>
internal static class RandomMembers
{
    /// <summary>Most draws of one command: a reply must be built in memory.</summary>
    public const long DrawsMax = 10_000_000;

    private const int MembersPerStep = 64;
    private const int WalkShare = 4;

    /// <summary>Appends random members of an existing set to the context's replies, which must be empty.</summary>
    /// <param name="context">The context.</param>
    /// <param name="key">The key of the set.</param>
    /// <param name="count">Positive: so many different ones at most; negative: exactly so many.</param>
    public static Error? Append(CommandContext context, Key key, long count)
    {
        if (-count > DrawsMax)
            return SetErrors.TooManyDraws;
        var read = new LongRead(context, key);
        while (true)
        {
            if (context.Collections.Peek(key, RecordType.Set, out Record record) is { } error)
                return error;
            if (record.IsNull || TryAppend(context, key, count, ref read))
                return null;
            context.Replies.Reset();
        }
    }

    private static bool TryAppend(CommandContext context, Key key, long count, ref LongRead read)
    {
        SetView set = Open(context, key);
        if (count < 0)
            return TryDraw(context, key, -count, seen: null, ref read);
        return set.Table is not null && count < set.Count / WalkShare
            ? TryDraw(context, key, count, new HashSet<long>((int)count), ref read)
            : TrySelect(context, key, count, ref read);
    }

    private static bool TryDraw(CommandContext context, Key key, long count, HashSet<long>? seen, ref LongRead read)
    {
        for (long left = count; left > 0;)
        {
            SetView set = Open(context, key);
            for (int i = 0; i < MembersPerStep && left > 0; i++)
            {
                long position = set.Draw(Random.Shared);
                if (seen is not null && !seen.Add(position))
                    continue;
                set.AppendAt(position, context.Replies);
                left--;
            }
            if (read.IsDue && !read.Pause())
                return false;
        }
        return true;
    }

    private static bool TrySelect(CommandContext context, Key key, long count, ref LongRead read)
    {
        long position = 0;
        long rest = Open(context, key).Count;
        long wanted = Math.Min(count, rest);
        while (wanted > 0)
        {
            SetView set = Open(context, key);
            for (int i = 0; i < MembersPerStep && wanted > 0; i++, rest--)
            {
                if (Random.Shared.NextInt64(rest) < wanted)
                {
                    set.AppendSome(ref position, 1, context.Replies);
                    wanted--;
                }
                else
                {
                    set.Skip(ref position);
                }
            }
            if (read.IsDue && !read.Pause())
                return false;
        }
        return true;
    }

    private static SetView Open(CommandContext context, Key key)
    {
        context.TryPeek(key, out Record record);
        return SetView.Of(context, key, record);
    }
}
