namespace WebKv.Engine.Strings;

/// <summary>An inclusive range of byte or bit positions; empty when it begins after its end.</summary>
/// <remarks>Callers give positions that count from the end when negative (-1 is the last) and may lie outside.
/// </remarks>
internal readonly record struct IndexRange(long First, long Last)
{
    public bool IsEmpty => First > Last;

    public long Length => Last - First + 1;

    /// <summary>The range as GETRANGE means it: an end before the beginning makes it empty.</summary>
    public static IndexRange Of(long start, long end, long length) =>
        new(FromStart(start, length), end < 0 ? end + length : Math.Min(end, length - 1));

    /// <summary>
    /// The range as BITCOUNT and BITPOS mean it: an end before the beginning is position 0. Redis has this
    /// difference to GETRANGE, and clients' tests know it.
    /// </summary>
    public static IndexRange OfBitmap(long start, long end, long length) =>
        new(FromStart(start, length), Math.Min(end < 0 ? Math.Max(0, end + length) : end, length - 1));

    /// <summary>The bits of a range of bytes.</summary>
    public IndexRange BytesToBits() => new(First * 8, Last * 8 + 7);

    // Never far behind the end: the bits of that many bytes would not be countable.
    private static long FromStart(long start, long length) =>
        start < 0 ? Math.Max(0, start + length) : Math.Min(start, length);
}
