using System.Buffers.Binary;

namespace WebKv.Memory.Collections;

/// <summary>
/// A small set of integers in one run of bytes: sorted, all of the width that the widest needs.
/// </summary>
/// <remarks>
/// The idea: without lengths or forms in between, a set of small numbers costs two bytes each, and membership is a
/// binary search.
/// <code>
/// u8 width (2, 4 or 8), then the integers in ascending order, little endian
/// </code>
/// A wider integer widens all; removing it narrows nothing. Cost: logarithmic to find, linear in the bytes behind the
/// place to insert and remove.
/// </remarks>
public static class IntegerSet
{
    /// <summary>Bytes of a set without members.</summary>
    public const int EmptyLength = 1;

    /// <summary>Makes these bytes an empty set.</summary>
    public static void Clear(Span<byte> set) => set[0] = sizeof(short);

    public static int Count(ReadOnlySpan<byte> set) => (set.Length - EmptyLength) / set[0];

    /// <summary>The member at an index, in ascending order.</summary>
    public static long At(ReadOnlySpan<byte> set, int index)
    {
        ReadOnlySpan<byte> place = set[(EmptyLength + index * set[0])..];
        return set[0] switch
        {
            sizeof(short) => BinaryPrimitives.ReadInt16LittleEndian(place),
            sizeof(int) => BinaryPrimitives.ReadInt32LittleEndian(place),
            _ => BinaryPrimitives.ReadInt64LittleEndian(place),
        };
    }

    /// <summary>The index of a member; where it is missing, the complement of the index that it would have.</summary>
    public static int Find(ReadOnlySpan<byte> set, long member)
    {
        int low = 0;
        int high = Count(set) - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            long candidate = At(set, middle);
            if (candidate == member)
                return middle;
            if (candidate < member)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }

    /// <summary>Puts in a member that is missing, at the index whose complement <see cref="Find"/> gave.</summary>
    public static void Insert<TSpace>(ref TSpace space, int index, long member)
        where TSpace : IPackedSpace, allows ref struct
    {
        int width = Math.Max(space.Bytes[0], WidthOf(member));
        int count = Count(space.Bytes);
        if (width > space.Bytes[0])
            Widen(ref space, count, width);
        Span<byte> set = space.Resize(EmptyLength + (count + 1) * width);
        int at = EmptyLength + index * width;
        set[at..(set.Length - width)].CopyTo(set[(at + width)..]);
        Write(set, index, member);
    }

    /// <summary>Takes out the member at an index.</summary>
    public static void RemoveAt<TSpace>(ref TSpace space, int index)
        where TSpace : IPackedSpace, allows ref struct
    {
        Span<byte> set = space.Bytes;
        int width = set[0];
        int at = EmptyLength + index * width;
        set[(at + width)..].CopyTo(set[at..]);
        space.Resize(set.Length - width);
    }

    // From the last to the first, so that no integer is overwritten before it is read.
    private static void Widen<TSpace>(ref TSpace space, int count, int width)
        where TSpace : IPackedSpace, allows ref struct
    {
        byte oldWidth = space.Bytes[0];
        Span<byte> set = space.Resize(EmptyLength + count * width);
        for (int i = count - 1; i >= 0; i--)
        {
            set[0] = oldWidth;
            long member = At(set[..(EmptyLength + count * oldWidth)], i);
            set[0] = (byte)width;
            Write(set, i, member);
        }
        set[0] = (byte)width;
    }

    private static void Write(Span<byte> set, int index, long member)
    {
        int width = set[0];
        Span<byte> place = set.Slice(EmptyLength + index * width, width);
        if (width == sizeof(short))
            BinaryPrimitives.WriteInt16LittleEndian(place, (short)member);
        else if (width == sizeof(int))
            BinaryPrimitives.WriteInt32LittleEndian(place, (int)member);
        else
            BinaryPrimitives.WriteInt64LittleEndian(place, member);
    }

    private static int WidthOf(long member) => member switch
    {
        >= short.MinValue and <= short.MaxValue => sizeof(short),
        >= int.MinValue and <= int.MaxValue => sizeof(int),
        _ => sizeof(long),
    };
}
