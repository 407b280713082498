namespace WebKv.Memory;

/// <summary>
/// The size classes of <see cref="SlabHeap"/>: which block serves a request of n bytes.
/// </summary>
/// <remarks>
/// Steps of 16 bytes to 128, then eight per doubling to 4 KiB (at most 12.5 % lost inside a block), then the sizes
/// that divide a page into 15, 14, .. 3 blocks, so that nothing is lost at a page's end.
/// </remarks>
internal static class SlabClasses
{
    public const int PageHeaderBytes = 64;
    public const int SizeMax = (RegionSource.PageBytes - PageHeaderBytes) / 3 / 64 * 64;

    private const int StepBytes = 16;

    public static readonly int[] Sizes = BuildSizes();
    private static readonly byte[] ClassOfStep = BuildClassOfStep();

    /// <summary>The smallest class whose blocks hold <paramref name="bytes"/>; at most <see cref="SizeMax"/>.</summary>
    public static int ClassOf(int bytes) => ClassOfStep[(bytes + StepBytes - 1) / StepBytes];

    /// <summary>The biggest class of at most so many bytes: what fills its block exactly.</summary>
    public static int FloorOf(int bytes)
    {
        int sizeClass = ClassOf(Math.Min(bytes, SizeMax));
        return Sizes[sizeClass] <= bytes ? Sizes[sizeClass] : Sizes[sizeClass - 1];
    }

    private static int[] BuildSizes()
    {
        var sizes = new List<int>();
        for (int size = StepBytes; size <= 128; size += StepBytes)
            sizes.Add(size);
        for (int octave = 128; octave < 4096; octave *= 2)
            for (int eighth = 1; eighth <= 8; eighth++)
                sizes.Add(octave + octave / 8 * eighth);
        for (int blocks = 15; blocks >= 3; blocks--)
            sizes.Add((RegionSource.PageBytes - PageHeaderBytes) / blocks / 64 * 64);
        return [.. sizes];
    }

    private static byte[] BuildClassOfStep()
    {
        var classOfStep = new byte[SizeMax / StepBytes + 1];
        int sizeClass = 0;
        for (int step = 0; step < classOfStep.Length; step++)
        {
            while (Sizes[sizeClass] < step * StepBytes)
                sizeClass++;
            classOfStep[step] = (byte)sizeClass;
        }
        return classOfStep;
    }
}
