using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>
/// A sorted set to be read, whichever way it is kept: the one place that knows both forms.
/// </summary>
/// <remarks>Ranks count from 0 at the lowest score. A missing key is an empty set. Void after any change.</remarks>
internal readonly ref struct SortedSetView
{
    private readonly ReadOnlySpan<byte> _list;

    private SortedSetView(ReadOnlySpan<byte> list) => _list = list;

    private SortedSetView(ScoredTable table) => Table = table;

    /// <summary>The table of a big set; null for a packed one.</summary>
    public ScoredTable? Table { get; }

    public long Count => Table?.Count ?? (_list.IsEmpty ? 0 : PackedScores.Count(_list));

    public static SortedSetView Of(ScoredTable table) => new(table);

    public static SortedSetView Of(RecordTable table, Record record)
    {
        if (record.IsNull)
            return default;
        return record.Encoding == RecordEncoding.Packed
            ? new SortedSetView(record.InlineValue)
            : new SortedSetView((ScoredTable)table.CollectionOf(record));
    }

    /// <summary>Finds a live sorted set for reading.</summary>
    public static Error? Find(CommandContext context, Key key, out SortedSetView set)
    {
        Error? error = context.Collections.Find(key, RecordType.SortedSet, out Record record);
        set = error is null ? Of(context.Collections.TableOf(key), record) : default;
        return error;
    }

    /// <summary>A sorted set that was found before.</summary>
    public static SortedSetView Open(CommandContext context, Key key)
    {
        context.TryPeek(key, out Record record);
        return Of(context.Collections.TableOf(key), record);
    }

    public SortedSetPlace Find(ReadOnlySpan<byte> member)
    {
        if (Table is not null)
            return FindInTable(member);
        int position = _list.IsEmpty ? -1 : PackedScores.Find(_list, member);
        if (position < 0)
            return default;
        PackedList.Read(_list, position, out int behind);
        return new SortedSetPlace
        {
            Exists = true,
            Score = PackedScores.ReadScore(_list, behind, out _),
            Position = position,
        };
    }

    public long RankOf(SortedSetPlace place) =>
        Table?.RankOf(place.Element) ?? PackedScores.RankOf(_list, place.Position);

    /// <summary>How many elements have a lower score, or with <paramref name="orEqual"/> not a higher one.</summary>
    public long CountBelow(double score, bool orEqual) =>
        Table?.CountBelow(score, orEqual) ?? (_list.IsEmpty ? 0 : PackedScores.CountBelow(_list, score, orEqual));

    /// <summary>How many members come before this one by their bytes, or with <paramref name="orEqual"/> not behind
    /// it; for sets in which all scores are equal.</summary>
    public long CountBelow(ReadOnlySpan<byte> member, bool orEqual) =>
        Table?.CountBelow(member, orEqual) ?? (_list.IsEmpty ? 0 : PackedScores.CountBelow(_list, member, orEqual));

    /// <summary>Walks all elements.</summary>
    public SortedSetCursor Walk() => Walk(new RankSpan(0, Count, Reverse: false));

    public SortedSetCursor Walk(RankSpan span) => Table is null
        ? new SortedSetCursor(_list, span.First, span.Count, span.Reverse)
        : new SortedSetCursor(Table.Walk(span.First, span.Count, span.Reverse));

    private SortedSetPlace FindInTable(ReadOnlySpan<byte> member)
    {
        uint hash = MemberHash.Of(member);
        bool exists = Table!.TryFind(member, hash, out ScoredElement element);
        return new SortedSetPlace
        {
            Exists = exists,
            Score = exists ? element.Score : 0,
            Hash = hash,
            Element = element,
        };
    }
}
