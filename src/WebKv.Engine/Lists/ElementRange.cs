namespace WebKv.Engine.Lists;

/// <summary>The part of a list that an inclusive range of indexes names.</summary>
/// <param name="First">Index of its first element.</param>
/// <param name="Count">How many there are; 0 or less for none.</param>
internal readonly record struct ElementRange(long First, long Count)
{
    public bool IsEmpty => Count <= 0;

    /// <summary>The part for indexes that count from the end when negative and may lie outside. Sums of an index and a
    /// length cannot overflow: they differ in sign.</summary>
    public static ElementRange Of(long start, long stop, long length)
    {
        long first = start < 0 ? Math.Max(0, start + length) : start;
        long last = stop < 0 ? stop + length : Math.Min(stop, length - 1);
        return first > last ? default : new ElementRange(first, last - first + 1);
    }
}
