using System.Numerics;

namespace WebKv.Engine.Strings;

/// <summary>
/// The longest common subsequence of two strings, computed 64 cells at a time.
/// </summary>
/// <remarks>
/// The textbook fills a table of lengths L(i, j) for the first i bytes of one string and the first j of the other.
/// Along a row, L grows by 0 or 1 from cell to cell, so a row is kept as one bit per cell, clear where it grows, and
/// the next row follows from it by a few operations on whole words (Hyyrö, "Bit-parallel LCS-length computation
/// revisited", 2004): with M the places in the second string of the byte at i,
/// <code>
/// U = V and M;  V' = (V + U) or (V and not M)
/// </code>
/// where the addition carries from word to word. The bits are all that the way back needs: where bytes differ and L
/// grows at j, the subsequence does not use byte i, else it does not need byte j. That is the choice Redis makes with
/// its table of 32-bit lengths, so both find the same one of several subsequences.
/// Cost: a bit per cell, kept only for the way back, a row of bits for each byte value that the first string has, and
/// a word operation per 64 cells.
/// </remarks>
internal sealed class SubsequenceTable
{
    // 64 MiB of bits and some ten milliseconds; four times what Redis takes.
    private const long CellsMax = 1L << 29;
    private const int WordBits = 64;

    private readonly int _words;
    private readonly ulong[] _rows;

    private SubsequenceTable(int words, int rows)
    {
        _words = words;
        _rows = GC.AllocateUninitializedArray<ulong>(words * rows);
    }

    /// <summary>Length of the subsequence.</summary>
    public int Length { get; private set; }

    /// <summary>Whether strings of these lengths may be compared.</summary>
    public static bool Fits(int firstLength, int secondLength) =>
        (long)firstLength * WordsFor(secondLength) <= CellsMax / WordBits;

    /// <summary>Compares two strings.</summary>
    /// <param name="first">One string.</param>
    /// <param name="second">The other; their lengths fit.</param>
    /// <param name="keepsRows">False if only the length is wanted.</param>
    public static SubsequenceTable Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, bool keepsRows)
    {
        int words = WordsFor(second.Length);
        var table = new SubsequenceTable(words, keepsRows ? first.Length : 1);
        if (first.IsEmpty || second.IsEmpty)
            return table;
        ulong[][] places = PlacesOf(first, second, words);
        Span<ulong> row = table._rows.AsSpan(0, words);
        row.Fill(ulong.MaxValue);
        ReadOnlySpan<ulong> before = row;
        for (int i = 0; i < first.Length; i++)
        {
            row = keepsRows ? table._rows.AsSpan(i * words, words) : row;
            Advance(before, row, places[first[i]]);
            before = row;
        }
        foreach (ulong word in row)
            table.Length += BitOperations.PopCount(~word);
        return table;
    }

    /// <summary>The contiguous parts of the subsequence, the last one first; the rows must have been kept.</summary>
    public List<LcsMatch> Matches(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var matches = new List<LcsMatch>();
        int i = first.Length - 1;
        int j = second.Length - 1;
        while (i >= 0 && j >= 0)
        {
            int length = 0;
            for (; i >= 0 && j >= 0 && first[i] == second[j]; i--, j--)
                length++;
            if (length > 0)
                matches.Add(new LcsMatch(i + 1, j + 1, length));
            else if (Grows(i, j))
                i--;
            else
                j--;
        }
        return matches;
    }

    private bool Grows(int i, int j) => (_rows[i * _words + j / WordBits] >> (j % WordBits) & 1) == 0;

    private static int WordsFor(int length) => (int)(((long)length + WordBits - 1) / WordBits);

    // The rows may be the same. Bits beyond the string are never in M, so they stay set.
    private static void Advance(ReadOnlySpan<ulong> before, Span<ulong> after, ReadOnlySpan<ulong> places)
    {
        ulong carry = 0;
        for (int word = 0; word < after.Length; word++)
        {
            ulong bits = before[word];
            ulong met = bits & places[word];
            ulong sum = bits + met;
            ulong carried = sum < bits ? 1UL : 0;
            sum += carry;
            carry = carried | (sum < carry ? 1UL : 0);
            after[word] = sum | (bits & ~places[word]);
        }
    }

    private static ulong[][] PlacesOf(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, int words)
    {
        var places = new ulong[byte.MaxValue + 1][];
        foreach (byte value in first)
            places[value] ??= new ulong[words];
        for (int j = 0; j < second.Length; j++)
            if (places[second[j]] is { } found)
                found[j / WordBits] |= 1UL << (j % WordBits);
        return places;
    }
}
