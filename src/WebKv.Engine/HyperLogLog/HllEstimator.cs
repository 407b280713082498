using System.Numerics;

namespace WebKv.Engine.HyperLogLog;

/// <summary>
/// What registers say: how an element changes them, and how many elements they have seen.
/// </summary>
/// <remarks>
/// The idea (Flajolet and others, 2007): an element picks a register by 14 bits of its hash, and the register keeps the
/// longest run of zeros seen in the other bits. The estimate is Ertl's (2017), which needs neither tables nor a
/// threshold between small and big counts. Standard error: 1.04 / sqrt(16384) = 0.81 %.
/// </remarks>
internal static class HllEstimator
{
    private const int RankBits = 64 - HllFormat.RegisterBits;
    private const double Alpha = 0.721347520444481703680;

    /// <summary>The register of an element, and the value that it has at least.</summary>
    public static (int Index, byte Rank) Place(ReadOnlySpan<byte> element)
    {
        ulong hash = MurmurHash64.Of(element);
        ulong rest = hash >> HllFormat.RegisterBits | 1UL << RankBits;
        return ((int)(hash & HllFormat.Registers - 1), (byte)(BitOperations.TrailingZeroCount(rest) + 1));
    }

    public static long Estimate(ReadOnlySpan<byte> registers)
    {
        // A register from a value that nobody has checked may be anything of 6 bits.
        Span<int> histogram = stackalloc int[64];
        histogram.Clear();
        foreach (byte register in registers)
            histogram[register]++;
        const double Count = HllFormat.Registers;
        double z = Count * Tau((Count - histogram[RankBits + 1]) / Count);
        for (int rank = RankBits; rank >= 1; rank--)
            z = (z + histogram[rank]) * 0.5;
        z += Count * Sigma(histogram[0] / Count);
        return (long)Math.Round(Alpha * Count * Count / z, MidpointRounding.AwayFromZero);
    }

    private static double Sigma(double x)
    {
        if (x == 1)
            return double.PositiveInfinity;
        double y = 1;
        double z = x;
        double before;
        do
        {
            x *= x;
            before = z;
            z += x * y;
            y += y;
        }
        while (before != z);
        return z;
    }

    private static double Tau(double x)
    {
        if (x is 0 or 1)
            return 0;
        double y = 1;
        double z = 1 - x;
        double before;
        do
        {
            x = Math.Sqrt(x);
            before = z;
            y *= 0.5;
            z -= (1 - x) * (1 - x) * y;
        }
        while (before != z);
        return z / 3;
    }
}
