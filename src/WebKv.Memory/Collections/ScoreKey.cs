namespace WebKv.Memory.Collections;

/// <summary>
/// Scores as integers that are in the same order: they compare without a branch on signs, and "just above a score" is
/// the next integer.
/// </summary>
/// <remarks>Zero and negative zero are the same place in the order, so they are the same key.</remarks>
internal static class ScoreKey
{
    private const ulong SignBit = 1UL << 63;

    public static ulong Of(double score)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(score == 0 ? 0 : score);
        return (bits & SignBit) != 0 ? ~bits : bits | SignBit;
    }
}
