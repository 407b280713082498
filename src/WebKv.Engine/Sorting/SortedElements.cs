using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Sorting;

/// <summary>
/// The work of SORT: it copies the elements, finds what to compare, orders them and picks the result.
/// </summary>
/// <remarks>
/// The idea: elements and all that is found for them are entries of the reply buffer, and only their numbers are
/// moved. The order is total, so that it is the same wherever the command is replayed: elements that compare equal are
/// ordered by their bytes, and equal bytes are equal.
/// Cost: O(N log N) comparisons under the locks, and 12 to 20 bytes per element besides its copy.
/// </remarks>
internal static class SortedElements
{
    private static readonly Error NotNumbers = new(
        ErrorCode.NotAFloat, "ERR One or more scores can't be converted into double");

    /// <summary>Entries of the reply buffer in the order of the result, those of GET for each element.</summary>
    public static Error? Pick(CommandContext context, Key key, scoped in SortOptions options, out int[] picks)
    {
        picks = [];
        Error? error = Collect(context, key, out int[] elements);
        if (error is not null || elements.Length == 0)
            return error;
        if (!options.KeepsOrder)
            error = Order(context, in options, elements);
        else if (options.Descends)
            Array.Reverse(elements);
        if (error is not null)
            return error;
        picks = Get(context, in options, Limit(elements, options.Offset, options.Count));
        return null;
    }

    private static Error? Collect(CommandContext context, Key key, out int[] elements)
    {
        elements = [];
        if (!context.TryFind(key, out Record record))
            return null;
        int first = context.Replies.EntryCount;
        var collector = new ElementCollector(context.Replies);
        if (record.Type == RecordType.String
            || !CollectionType.Of(record.Type).TryVisit(context.Collections.TableOf(key), record, ref collector))
            return CommonErrors.WrongType;
        elements = [.. Enumerable.Range(first, context.Replies.EntryCount - first)];
        return null;
    }

    private static Error? Order(CommandContext context, scoped in SortOptions options, int[] elements)
    {
        ReplyBuffer replies = context.Replies;
        int[] weights = elements;
        if (options.HasBy)
        {
            weights = new int[elements.Length];
            var by = new SortPattern(options.By);
            for (int i = 0; i < weights.Length; i++)
                weights[i] = by.Find(context, replies.Entry(elements[i]).Bytes);
        }
        double[]? numbers = null;
        if (!options.IsAlpha && !SortOrder.TryReadNumbers(replies, weights, out numbers))
            return NotNumbers;
        int[] order = [.. Enumerable.Range(0, elements.Length)];
        Array.Sort(order, new SortOrder(replies, elements, weights, numbers));
        if (options.Descends)
            Array.Reverse(order);
        int[] unordered = [.. elements];
        for (int i = 0; i < order.Length; i++)
            elements[i] = unordered[order[i]];
        return null;
    }

    private static int[] Limit(int[] elements, long offset, long count)
    {
        int first = (int)Math.Min(offset, elements.Length);
        int length = elements.Length - first;
        return count < 0 || count >= length ? elements[first..] : elements[first..(first + (int)count)];
    }

    private static int[] Get(CommandContext context, scoped in SortOptions options, int[] elements)
    {
        int patterns = options.GetCount;
        if (patterns == 0)
            return elements;
        var picks = new int[(long)elements.Length * patterns];
        for (int column = 0; column < patterns; column++)
        {
            var pattern = new SortPattern(options.GetAt(column));
            for (int i = 0; i < elements.Length; i++)
                picks[i * patterns + column] = pattern.IsElement
                    ? elements[i]
                    : pattern.Find(context, context.Replies.Entry(elements[i]).Bytes);
        }
        return picks;
    }
}
