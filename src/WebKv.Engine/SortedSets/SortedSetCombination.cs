using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>
/// The union, intersection or difference of sorted sets and sets: for a reply, to be stored, or to be counted.
/// </summary>
/// <remarks>
/// The result is a table of its own, in which the members come one by one and are put in order at the end. Sources are
/// walked in batches, between which the command may let others at the keys; so may it while a big result is put in
/// order (<see cref="LongRead"/>). Sums of floats depend on their order, so sources are taken as Redis takes them: by
/// rising number of members, for a difference as they are given. What would be no number, as a sum of opposite
/// infinities, is 0.
/// </remarks>
internal readonly ref struct SortedSetCombination
{
    private const int BatchMax = 256;

    // It takes a millisecond to put these in order.
    private const long LongOrderMin = 8192;

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
        var read = new LongRead(_context, _sources);
        if (Collect(ref read, heap, out ScoredTable? table) is { } error)
            return error;
        reply = new MembersReply(_context.Replies, 0, (int)table!.Count, withScores);
        ReplyBuffer replies = _context.Replies;
        // Nobody else knows the table, and whatever happens to the sources now comes after this reading.
        if (read.MayPause && table.Count >= LongOrderMin)
            read.Pause(() => Append(table, replies, withScores));
        else
            Append(table, replies, withScores);
        SortedSetEditor.Discard(table, heap);
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
        SlabHeap heap = _context.Collections.HeapOf(destination);
        var read = new LongRead(_context, _sources);
        ScoredTable? table;
        while (true)
        {
            if (Collect(ref read, heap, out table) is { } error)
                return error;
            if (TryOrder(ref read, table!))
                break;
            SortedSetEditor.Discard(table!, heap);
        }
        reply = new IntegerReply(table!.Count);
        if (SortedSetStore.Put(_context, destination, table, eventName))
            Log(name, destination);
        return null;
    }

    /// <summary>Counts the members of an intersection, up to a limit; 0 for none.</summary>
    public Error? CountIntersection(long limit, out IntegerReply reply)
    {
        reply = default;
        var read = new LongRead(_context, _sources);
        var order = new int[_sources.Count];
        while (true)
        {
            if (Sort(order, out _) is { } error)
                return error;
            if (!TryCount(ref read, order, limit, out long count))
                continue;
            reply = new IntegerReply(count);
            return null;
        }
    }

    private static void Append(ScoredTable table, ReplyBuffer replies, bool withScores)
    {
        table.Order();
        RangeRead.Append(replies, SortedSetView.Of(table).Walk(), withScores);
    }

    // False if the sources were changed while the result was put in order.
    private static bool TryOrder(ref LongRead read, ScoredTable table)
    {
        if (read.MayPause && table.Count >= LongOrderMin)
            return read.Pause(table.Order);
        table.Order();
        return true;
    }

    // All members of the result as of one moment, in no order.
    private Error? Collect(ref LongRead read, SlabHeap heap, out ScoredTable? table)
    {
        table = null;
        var order = new int[_sources.Count];
        while (true)
        {
            if (Sort(order, out long total) is { } error)
                return error;
            long countAbout = _operation == SortedSetOperation.Union ? total : Open(order[0]).Count;
            table = SortedSetEditor.NewTable(heap, countAbout);
            table.DeferOrder();
            if (TryCombine(ref read, table, order))
                return null;
            SortedSetEditor.Discard(table, heap);
        }
    }

    private bool TryCombine(ref LongRead read, ScoredTable table, int[] order)
    {
        if (_operation != SortedSetOperation.Union)
            return TryWalk(ref read, table, order, 0);
        for (int i = 0; i < order.Length; i++)
            if (!TryWalk(ref read, table, order, i))
                return false;
        return true;
    }

    // False when a source has changed and all must start again.
    private bool TryWalk(ref LongRead read, ScoredTable table, int[] order, int index)
    {
        var others = new Collection?[order.Length];
        double weight = Weights[order[index]];
        for (long place = 0; ;)
        {
            CombinationSource source = Open(order[index]);
            KeepTables(order, others);
            for (int i = 0; i < BatchMax; i++)
            {
                if (!source.TryRead(ref place, out PackedItem member, out double score))
                    return true;
                Take(table, order, others, member, NumberOr0(weight * score));
            }
            if (read.IsDue && !read.Pause())
                return false;
        }
    }

    private bool TryCount(ref LongRead read, int[] order, long limit, out long count)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        var others = new Collection?[order.Length];
        count = 0;
        for (long place = 0; ;)
        {
            CombinationSource source = Open(order[0]);
            KeepTables(order, others);
            for (int i = 0; i < BatchMax; i++)
            {
                if (!source.TryRead(ref place, out PackedItem member, out _))
                    return true;
                double score = 0;
                if (AreIn(order, others, member.Text(room), ref score) && ++count == limit)
                    return true;
            }
            if (read.IsDue && !read.Pause())
                return false;
        }
    }

    private void Take(ScoredTable table, int[] order, Collection?[] others, PackedItem item, double score)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        ReadOnlySpan<byte> member = item.Text(room);
        switch (_operation)
        {
            case SortedSetOperation.Union:
                uint hash = MemberHash.Of(member);
                if (table.TryFind(member, hash, out ScoredElement element))
                    table.SetScore(element, Merge(element.Score, score));
                else
                    table.Add(member, hash, score);
                break;
            case SortedSetOperation.Intersection:
                if (AreIn(order, others, member, ref score))
                    table.Add(member, MemberHash.Of(member), score);
                break;
            default:
                if (!IsInAny(order, others, member))
                    table.Add(member, MemberHash.Of(member), score);
                break;
        }
    }

    // Looks at every key, so that one of the wrong type is told even if another is missing.
    private Error? Sort(int[] order, out long total)
    {
        total = 0;
        var counts = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            if (CombinationSource.Find(_context, _sources[i], out CombinationSource source) is { } error)
                return error;
            counts[i] = source.Count;
            total += counts[i];
            order[i] = i;
        }
        // Stable, so that replays add up in the same order.
        if (_operation != SortedSetOperation.Difference)
            Array.Sort(order, (left, right) =>
                counts[left] != counts[right] ? counts[left].CompareTo(counts[right]) : left.CompareTo(right));
        return null;
    }

    private CombinationSource Open(int source) => CombinationSource.Open(_context, _sources[source]);

    private void KeepTables(int[] order, Collection?[] tables)
    {
        for (int i = 1; i < order.Length && _operation != SortedSetOperation.Union; i++)
            tables[i] = Open(order[i]).Table;
    }

    private bool TryGetScore(
        int[] order, Collection?[] tables, int index, ReadOnlySpan<byte> member, out double score) =>
        tables[index] is { } table
            ? CombinationSource.TryGetScore(table, member, out score)
            : Open(order[index]).TryGetScore(member, out score);

    private bool IsInAny(int[] order, Collection?[] others, ReadOnlySpan<byte> member)
    {
        for (int i = 1; i < order.Length; i++)
            if (TryGetScore(order, others, i, member, out _))
                return true;
        return false;
    }

    // Scores are merged on the way.
    private bool AreIn(int[] order, Collection?[] others, ReadOnlySpan<byte> member, ref double score)
    {
        for (int i = 1; i < order.Length; i++)
        {
            if (!TryGetScore(order, others, i, member, out double other))
                return false;
            score = Merge(score, Weights[order[i]] * other);
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
