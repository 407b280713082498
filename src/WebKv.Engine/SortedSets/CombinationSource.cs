using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Sets;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>
/// What ZUNION and its like take members from: a sorted set, or a set, whose members all have the score 1. A missing
/// key has none.
/// </summary>
/// <remarks>Void after any change. A place in it, which <see cref="TryRead"/> moves on, stays valid in a new view of
/// the same content; 0 is the first.</remarks>
internal ref struct CombinationSource
{
    private const double ScoreOfMember = 1;

    private readonly SortedSetView _sorted;
    private readonly SetView _set;
    private readonly bool _isSet;
    private SortedSetCursor _cursor;
    private bool _walks;

    private CombinationSource(SortedSetView sorted) => _sorted = sorted;

    private CombinationSource(SetView set)
    {
        _set = set;
        _isSet = true;
    }

    public readonly long Count => _isSet ? _set.Count : _sorted.Count;

    /// <summary>The table of a big source, which can be kept where a view cannot; null for a small one.</summary>
    public readonly Collection? Table => _isSet ? _set.Table : _sorted.Table;

    public static Error? Find(CommandContext context, Key key, out CombinationSource source)
    {
        source = default;
        if (!context.TryFind(key, out Record record))
            return null;
        return Open(context, key, record, out source) ? null : CommonErrors.WrongType;
    }

    /// <summary>Opens a source that was found before.</summary>
    public static CombinationSource Open(CommandContext context, Key key)
    {
        CombinationSource source = default;
        if (context.TryPeek(key, out Record record))
            Open(context, key, record, out source);
        return source;
    }

    public readonly bool TryGetScore(ReadOnlySpan<byte> member, out double score)
    {
        if (_isSet)
        {
            score = ScoreOfMember;
            return _set.Contains(PackedItem.Of(member));
        }
        SortedSetPlace place = _sorted.Find(member);
        score = place.Score;
        return place.Exists;
    }

    /// <summary>The same of a table that was kept.</summary>
    public static bool TryGetScore(Collection table, ReadOnlySpan<byte> member, out double score)
    {
        if (table is MemberTable set)
        {
            PackedItem item = PackedItem.Of(member);
            score = ScoreOfMember;
            return set.Contains(item, Sets.MemberHash.Of(item));
        }
        bool exists = ((ScoredTable)table).TryFind(member, MemberHash.Of(member), out ScoredElement element);
        score = exists ? element.Score : 0;
        return exists;
    }

    /// <summary>The member at a place, which is moved to the next one; false at the end.</summary>
    public bool TryRead(ref long place, out PackedItem member, out double score)
    {
        score = ScoreOfMember;
        if (_isSet)
            return _set.TryRead(ref place, out member);
        if (!_walks)
            _cursor = _sorted.Walk(new RankSpan(place, _sorted.Count - place, Reverse: false));
        _walks = true;
        bool read = _cursor.MoveNext();
        member = read ? _cursor.Member : default;
        score = _cursor.Score;
        place++;
        return read;
    }

    private static bool Open(CommandContext context, Key key, Record record, out CombinationSource source)
    {
        RecordTable table = context.Collections.TableOf(key);
        source = record.Type switch
        {
            RecordType.SortedSet => new CombinationSource(SortedSetView.Of(table, record)),
            RecordType.Set => new CombinationSource(SetView.Of(table, record)),
            _ => default,
        };
        return record.Type is RecordType.SortedSet or RecordType.Set;
    }
}
