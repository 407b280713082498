namespace WebKv.Engine.Lists;

/// <summary>A range of indexes of a list, cut to what exists; negative ones count from the end.</summary>
internal readonly record struct ListRange(long First, long Length)
{
    public static ListRange Of(long start, long stop, long count)
    {
        long first = Math.Max(0, start < 0 ? start + count : start);
        long last = Math.Min(count - 1, stop < 0 ? stop + count : stop);
        return first > last ? new ListRange(0, 0) : new ListRange(first, last - first + 1);
    }
}
