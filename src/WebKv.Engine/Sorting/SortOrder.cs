using WebKv.Engine.Commands;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Sorting;

/// <summary>
/// Compares elements by what was found for them: numbers, or bytes, of which nothing comes first. What is equal is
/// compared by the elements' own bytes.
/// </summary>
/// <param name="replies">Where elements and weights lie.</param>
/// <param name="elements">Entries of the elements.</param>
/// <param name="weights">Entries of what to compare, in the same order.</param>
/// <param name="numbers">The weights as numbers; null to compare their bytes.</param>
internal sealed class SortOrder(ReplyBuffer replies, int[] elements, int[] weights, double[]? numbers) : IComparer<int>
{
    /// <summary>Reads weights as C's strtod does, which skips white space before a number and takes nothing at all for
    /// 0. A missing weight is 0, too.</summary>
    public static bool TryReadNumbers(ReplyBuffer replies, int[] weights, out double[] numbers)
    {
        numbers = new double[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            BulkReply weight = replies.Entry(weights[i]);
            if (weight.IsNull || weight.Bytes.IsEmpty)
                continue;
            if (!Numbers.TryParseFloat(weight.Bytes.TrimStart(" \t\n\v\f\r"u8), out numbers[i]))
                return false;
        }
        return true;
    }

    public int Compare(int x, int y)
    {
        int order = numbers is not null ? numbers[x].CompareTo(numbers[y]) : CompareBytes(weights[x], weights[y]);
        return order != 0 || ReferenceEquals(elements, weights) && numbers is null
            ? order
            : CompareBytes(elements[x], elements[y]);
    }

    private int CompareBytes(int x, int y)
    {
        BulkReply left = replies.Entry(x);
        BulkReply right = replies.Entry(y);
        if (left.IsNull || right.IsNull)
            return right.IsNull.CompareTo(left.IsNull);
        return left.Bytes.SequenceCompareTo(right.Bytes);
    }
}
