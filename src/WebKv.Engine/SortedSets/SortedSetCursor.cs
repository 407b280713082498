using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>Walks elements of a sorted set in order, upwards or downwards; void after any change.</summary>
internal ref struct SortedSetCursor
{
    private readonly ReadOnlySpan<byte> _list;
    private readonly bool _isPacked;
    private readonly bool _reverse;
    private ScoredCursor _table;
    private int _position;
    private long _remaining;

    public SortedSetCursor(ScoredCursor table) => _table = table;

    /// <param name="list">The packed list.</param>
    /// <param name="rank">Rank of the first element of the walk.</param>
    /// <param name="count">How many elements there are to be walked.</param>
    /// <param name="reverse">Whether ranks fall on the way.</param>
    public SortedSetCursor(ReadOnlySpan<byte> list, long rank, long count, bool reverse)
    {
        _list = list;
        _isPacked = true;
        _reverse = reverse;
        _remaining = count;
        if (count > 0)
            _position = PackedScores.PositionOf(list, reverse ? rank + 1 : rank);
    }

    /// <summary>The member that the last <see cref="MoveNext"/> went to.</summary>
    public PackedItem Member { get; private set; }

    public double Score { get; private set; }

    public bool MoveNext() => _isPacked ? MovePacked() : MoveTable();

    private bool MoveTable()
    {
        if (!_table.MoveNext())
            return false;
        ScoredElement element = _table.Current;
        Member = PackedItem.OfBytes(element.Member);
        Score = element.Score;
        return true;
    }

    private bool MovePacked()
    {
        if (_remaining == 0)
            return false;
        _remaining--;
        if (_reverse)
            _position = PackedList.Previous(_list, PackedList.Previous(_list, _position));
        Member = PackedList.Read(_list, _position, out int behind);
        Score = PackedScores.ReadScore(_list, behind, out int next);
        if (!_reverse)
            _position = next;
        return true;
    }
}
