using System.Buffers.Binary;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>
/// A small sorted set as a packed list: each member, then its score, in order.
/// </summary>
/// <remarks>
/// A score without a fraction is an integer of one to nine bytes, any other the eight bytes of the double. Everything
/// is a scan: that of a hundred pairs takes less than a tree's first cache miss would cost many of them.
/// </remarks>
internal static class PackedScores
{
    private const int ItemsPerPair = 2;
    private const double IntegerBound = 1L << 62;

    public static int Count(ReadOnlySpan<byte> list) => PackedList.Count(list) / ItemsPerPair;

    /// <summary>The score behind a member, and the position behind the pair.</summary>
    public static double ReadScore(ReadOnlySpan<byte> list, int position, out int next)
    {
        PackedItem item = PackedList.Read(list, position, out next);
        return item.IsInteger ? item.Integer : BinaryPrimitives.ReadDoubleLittleEndian(item.Bytes);
    }

    /// <summary>The position of a member, -1 if it is not there.</summary>
    public static int Find(ReadOnlySpan<byte> list, ReadOnlySpan<byte> member) =>
        PackedList.Find(list, PackedItem.Of(member), step: ItemsPerPair);

    /// <summary>The position of the pair of a rank; the list's length for the rank behind the last.</summary>
    public static int PositionOf(ReadOnlySpan<byte> list, long rank) =>
        rank == Count(list) ? list.Length : PackedList.PositionOf(list, (int)rank * ItemsPerPair);

    public static long RankOf(ReadOnlySpan<byte> list, int position)
    {
        long items = 0;
        for (int at = PackedList.EmptyLength; at < position; items++)
            PackedList.Read(list, at, out at);
        return items / ItemsPerPair;
    }

    /// <summary>How many pairs have a lower score, or with <paramref name="orEqual"/> not a higher one.</summary>
    public static long CountBelow(ReadOnlySpan<byte> list, double score, bool orEqual)
    {
        long count = 0;
        for (int position = PackedList.EmptyLength; position < list.Length; count++)
        {
            PackedList.Read(list, position, out position);
            double other = ReadScore(list, position, out position);
            if (orEqual ? other > score : other >= score)
                break;
        }
        return count;
    }

    /// <summary>How many members come before a member in the order of their bytes; scores are not looked at.</summary>
    public static long CountBelow(ReadOnlySpan<byte> list, ReadOnlySpan<byte> member, bool orEqual)
    {
        long count = 0;
        for (int position = PackedList.EmptyLength; position < list.Length; count++)
        {
            int order = Compare(PackedList.Read(list, position, out position), member);
            if (orEqual ? order > 0 : order >= 0)
                break;
            PackedList.Read(list, position, out position);
        }
        return count;
    }

    /// <summary>Puts in a member that is not there.</summary>
    public static void Insert<TSpace>(ref TSpace space, ReadOnlySpan<byte> member, double score)
        where TSpace : IPackedSpace, allows ref struct =>
        InsertAt(ref space, PlaceOf(space.Bytes, member, score), member, score);

    /// <summary>Puts a pair behind all others.</summary>
    public static void Append<TSpace>(ref TSpace space, ReadOnlySpan<byte> member, double score)
        where TSpace : IPackedSpace, allows ref struct => InsertAt(ref space, space.Bytes.Length, member, score);

    /// <summary>Takes out a number of pairs.</summary>
    public static void Remove<TSpace>(ref TSpace space, int position, long count = 1)
        where TSpace : IPackedSpace, allows ref struct =>
        PackedList.Remove(ref space, position, (int)count * ItemsPerPair);

    private static void InsertAt<TSpace>(ref TSpace space, int position, ReadOnlySpan<byte> member, double score)
        where TSpace : IPackedSpace, allows ref struct
    {
        Span<byte> room = stackalloc byte[sizeof(double)];
        int behind = PackedList.Insert(ref space, position, PackedItem.Of(member));
        PackedList.Insert(ref space, behind, ItemOf(score, room));
    }

    private static int PlaceOf(ReadOnlySpan<byte> list, ReadOnlySpan<byte> member, double score)
    {
        for (int position = PackedList.EmptyLength; position < list.Length;)
        {
            PackedItem other = PackedList.Read(list, position, out int behind);
            double otherScore = ReadScore(list, behind, out int next);
            if (otherScore > score || (otherScore == score && Compare(other, member) > 0))
                return position;
            position = next;
        }
        return list.Length;
    }

    private static int Compare(PackedItem item, ReadOnlySpan<byte> member)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        return item.Text(room).SequenceCompareTo(member);
    }

    // Negative zero is no integer.
    private static PackedItem ItemOf(double score, Span<byte> room)
    {
        bool isIntegral = Math.Abs(score) < IntegerBound && score == Math.Truncate(score);
        if (isIntegral && (score != 0 || !double.IsNegative(score)))
            return PackedItem.Of((long)score);
        BinaryPrimitives.WriteDoubleLittleEndian(room, score);
        return PackedItem.OfBytes(room);
    }
}
