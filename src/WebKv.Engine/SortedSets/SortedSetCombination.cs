using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>
/// The union, intersection or difference of sorted sets: for a reply, to be stored, or to be counted.
/// </summary>
/// <remarks>
/// The result is a table of its own that knows no order until all members are in it. Sums of floats depend on their
/// order, so sources are taken as Redis takes them: by rising number of members, for a difference as they are given.
/// What would be no number, as a sum of opposite infinities, is 0.
/// </remarks>
internal readonly ref struct SortedSetCombination
{
    private readonly CommandContext _context;
    private readonly SortedSetOperation _operation;
    private readonly KeyList _sources;

    public SortedSetCombination(CommandContext context, SortedSetOperation operation, KeyList sources)
    {
        _context = context;
        _operation = operation;
        _sources = sources;
    }

    public ScoreWeights Weights { get; init; }

    public ScoreAggregate Aggregate { get; init; }

    public Error? Read(bool withScores, out MembersReply reply)
    {
        reply = default;
        SlabHeap heap = _context.Collections.HeapOf(_sources[0]);
        if (Combine(heap, out ScoredTable? table) is { } error)
            return error;
        reply = RangeRead.Append(_context.Replies, SortedSetView.Of(table!).Walk(), withScores);
        SortedSetEditor.Discard(table!, heap);
        return null;
    }

    /// <param name="destination">Where to.</param>
    /// <param name="name">Name of the command.</param>
    /// <param name="eventName">The same in lower case.</param>
    /// <param name="reply">Number of members of the result.</param>
    public Error? Store(
        Key destination, ReadOnlySpan<byte> name, ReadOnlySpan<byte> eventName, out IntegerReply reply)
    {
        reply = default;
        if (Combine(_context.Collections.HeapOf(destination), out ScoredTable? table) is { } error)
            return error;
        reply = new IntegerReply(table!.Count);
        if (SortedSetStore.Put(_context, destination, table, eventName))
            Log(name, destination);
        return null;
    }

    /// <summary>Counts the members of an intersection, up to a limit; 0 for none.</summary>
    public Error? CountIntersection(long limit, out IntegerReply reply)
    {
        reply = default;
        int[] order = new int[_sources.Count];
        if (Sort(order, out _) is { } error)
            return error;
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        long count = 0;
        for (SortedSetCursor elements = Open(order[0]).Walk(); elements.MoveNext();)
            if (IsInOthers(order, elements.Member.Text(room), 0, out _) && ++count == limit)
                break;
        reply = new IntegerReply(count);
        return null;
    }

    private Error? Combine(SlabHeap heap, out ScoredTable? table)
    {
        table = null;
        int[] order = new int[_sources.Count];
        if (Sort(order, out long total) is { } error)
            return error;
        long countAbout = _operation == SortedSetOperation.Union ? total : Open(order[0]).Count;
        table = SortedSetEditor.NewTable(heap, countAbout);
        switch (_operation)
        {
            case SortedSetOperation.Union:
                table.DeferOrder();
                foreach (int source in order)
                    Unite(table, source);
                table.Order();
                break;
            case SortedSetOperation.Intersection:
                table.DeferOrder();
                Intersect(table, order);
                table.Order();
                break;
            default:
                Subtract(table, order);
                break;
        }
        return null;
    }

    // Looks at every key, so that one of the wrong type is told even if another is missing.
    private Error? Sort(int[] order, out long total)
    {
        total = 0;
        Span<long> counts = order.Length <= 64 ? stackalloc long[order.Length] : new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            if (SortedSetView.Find(_context, _sources[i], out SortedSetView set) is { } error)
                return error;
            counts[i] = set.Count;
            total += set.Count;
            order[i] = i;
        }
        if (_operation == SortedSetOperation.Difference)
            return null;
        // By insertion: it is stable, so that replays add up in the same order.
        for (int i = 1; i < order.Length; i++)
            for (int at = i; at > 0 && counts[order[at - 1]] > counts[order[at]]; at--)
                (order[at - 1], order[at]) = (order[at], order[at - 1]);
        return null;
    }

    private SortedSetView Open(int source)
    {
        Key key = _sources[source];
        _context.TryPeek(key, out Record record);
        return SortedSetView.Of(_context.Collections.TableOf(key), record);
    }

    private void Unite(ScoredTable table, int source)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        double weight = Weights[source];
        for (SortedSetCursor elements = Open(source).Walk(); elements.MoveNext();)
        {
            ReadOnlySpan<byte> member = elements.Member.Text(room);
            uint hash = MemberHash.Of(member);
            double score = NumberOr0(weight * elements.Score);
            if (table.TryFind(member, hash, out ScoredElement element))
                table.SetScore(element, Merge(element.Score, score));
            else
                table.Add(member, hash, score);
        }
    }

    private void Intersect(ScoredTable table, int[] order)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        double weight = Weights[order[0]];
        for (SortedSetCursor elements = Open(order[0]).Walk(); elements.MoveNext();)
        {
            ReadOnlySpan<byte> member = elements.Member.Text(room);
            if (IsInOthers(order, member, NumberOr0(weight * elements.Score), out double score))
                table.Add(member, MemberHash.Of(member), score);
        }
    }

    // In the order of the first source, which is that of the result.
    private void Subtract(ScoredTable table, int[] order)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        for (SortedSetCursor elements = Open(order[0]).Walk(); elements.MoveNext();)
        {
            ReadOnlySpan<byte> member = elements.Member.Text(room);
            bool isInOther = false;
            for (int i = 1; i < order.Length && !isInOther; i++)
                isInOther = Open(order[i]).Find(member).Exists;
            if (!isInOther)
                table.Add(member, MemberHash.Of(member), elements.Score);
        }
    }

    private bool IsInOthers(int[] order, ReadOnlySpan<byte> member, double firstScore, out double score)
    {
        score = firstScore;
        for (int i = 1; i < order.Length; i++)
        {
            SortedSetPlace place = Open(order[i]).Find(member);
            if (!place.Exists)
                return false;
            score = Merge(score, Weights[order[i]] * place.Score);
        }
        return true;
    }

    private double Merge(double one, double other) => Aggregate switch
    {
        ScoreAggregate.Sum => NumberOr0(one + other),
        ScoreAggregate.Min => other < one ? other : one,
        _ => other > one ? other : one,
    };

    private static double NumberOr0(double score) => double.IsNaN(score) ? 0 : score;

    private void Log(ReadOnlySpan<byte> name, Key destination)
    {
        bool scores = _operation != SortedSetOperation.Difference;
        bool weights = !Weights.IsDefault;
        int count = 2 + _sources.Count + (weights ? 1 + _sources.Count : 0) + (scores ? 2 : 0);
        if (!_context.BeginLog(name, count))
            return;
        _context.LogArgument(destination.Bytes);
        _context.LogArgument(_sources.Count);
        for (int i = 0; i < _sources.Count; i++)
            _context.LogArgument(_sources[i].Bytes);
        if (weights)
            LogWeights();
        if (!scores)
            return;
        _context.LogArgument("AGGREGATE"u8);
        _context.LogArgument(Aggregate switch
        {
            ScoreAggregate.Sum => "SUM"u8,
            ScoreAggregate.Min => "MIN"u8,
            _ => "MAX"u8,
        });
    }

    private void LogWeights()
    {
        Span<byte> room = stackalloc byte[Numbers.FormattedDoubleMax];
        _context.LogArgument("WEIGHTS"u8);
        for (int i = 0; i < _sources.Count; i++)
            _context.LogArgument(room[..Numbers.Format(Weights[i], room)]);
    }
}
