using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>
/// Draws fields of a hash for a reply.
/// </summary>
/// <remarks>
/// Different fields: a few of many are drawn until they differ; else the hash is walked and each field taken with the
/// probability that makes the choice even (selection sampling, Knuth's algorithm S). Fields that may repeat are drawn
/// one by one.
/// </remarks>
internal static class RandomFields
{
    /// <summary>Most draws of one command: a reply must be built in memory.</summary>
    public const long DrawsMax = 10_000_000;

    private const int WalkShare = 4;

    /// <summary>Appends random fields of a hash that hides none; returns how many.</summary>
    /// <param name="context">The context.</param>
    /// <param name="hash">The hash, which has fields.</param>
    /// <param name="count">Positive: so many different ones at most; negative: exactly so many.</param>
    /// <param name="withValues">Append each field's value behind it.</param>
    public static int Append(CommandContext context, HashView hash, long count, bool withValues)
    {
        var writer = new Writer(context.Replies, withValues);
        if (count < 0)
            Draw(hash, -count, seen: null, ref writer);
        else if (count < hash.Count / WalkShare)
            Draw(hash, count, new HashSet<long>((int)count), ref writer);
        else
            Select(hash, Math.Min(count, hash.Count), ref writer);
        return writer.Count;
    }

    private static void Draw(HashView hash, long count, HashSet<long>? seen, ref Writer writer)
    {
        while (writer.Count < count)
        {
            long position = hash.Draw(Random.Shared);
            if (seen is not null && !seen.Add(position))
                continue;
            hash.TryRead(ref position, out HashField field);
            writer.Append(field);
        }
    }

    private static void Select(HashView hash, long wanted, ref Writer writer)
    {
        long position = 0;
        for (long rest = hash.Count; wanted > 0; rest--)
        {
            hash.TryRead(ref position, out HashField field);
            if (Random.Shared.NextInt64(rest) >= wanted)
                continue;
            writer.Append(field);
            wanted--;
        }
    }

    private struct Writer(ReplyBuffer replies, bool withValues)
    {
        public int Count { get; private set; }

        public void Append(HashField field)
        {
            replies.Append(field.Field);
            if (withValues)
                replies.Append(field.Value);
            Count++;
        }
    }
}
