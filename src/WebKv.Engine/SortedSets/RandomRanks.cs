using WebKv.Engine.Errors;

namespace WebKv.Engine.SortedSets;

/// <summary>Draws positions of a sorted set at random, each with the same probability.</summary>
/// <remarks>Distinct ones by Floyd's algorithm: one draw for each, whatever the size of the set.</remarks>
internal static class RandomRanks
{
    // More are no sample any more, and a reply that few could hold.
    private const long DrawsMax = 10_000_000;

    /// <summary>What is wrong with a count.</summary>
    public static Error? Check(long count, bool withScores)
    {
        if (count == long.MinValue)
            return SortedSetErrors.CountRange;
        if (withScores && count is < -(long.MaxValue / 2) or > long.MaxValue / 2)
            return SortedSetErrors.CountRangeOfPairs;
        return count < -DrawsMax ? SortedSetErrors.TooManyDraws : null;
    }

    public static IEnumerable<long> Draw(long size, long count)
    {
        if (size == 0)
            return [];
        if (count < 0)
            return DrawAny(size, -count);
        return count >= size ? All(size) : DrawDistinct(size, count);
    }

    private static IEnumerable<long> All(long size)
    {
        for (long rank = 0; rank < size; rank++)
            yield return rank;
    }

    private static IEnumerable<long> DrawAny(long size, long count)
    {
        for (; count > 0; count--)
            yield return Random.Shared.NextInt64(size);
    }

    private static IEnumerable<long> DrawDistinct(long size, long count)
    {
        var drawn = new HashSet<long>((int)count);
        for (long last = size - count; last < size; last++)
        {
            long rank = Random.Shared.NextInt64(last + 1);
            if (!drawn.Add(rank))
                drawn.Add(rank = last);
            yield return rank;
        }
    }
}
