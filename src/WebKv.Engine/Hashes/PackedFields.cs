using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>
/// The fields of a packed hash, as they are read.
/// </summary>
/// <remarks>
/// Two forms. Without deadlines: field, value, field, value. With deadlines: the earliest deadline, or one before it,
/// then field, value, deadline (0 for none). It is a form of its own, because what has deadlines is most of all small:
/// sessions, carts, limits. A field pays two bytes without a deadline and ten with one, where a table would cost fifty.
/// The first element says whether anything can be due without a look at the fields.
/// </remarks>
internal readonly ref struct PackedFields
{
    /// <summary>Elements of the list ahead of the fields, if they have deadlines.</summary>
    public const int TimedHeadCount = 1;

    private readonly ReadOnlySpan<byte> _list;
    private readonly int _headCount;

    public PackedFields(ReadOnlySpan<byte> list, bool isTimed)
    {
        _list = list;
        IsTimed = isTimed;
        Step = StepOf(isTimed);
        int first = PackedList.EmptyLength;
        if (isTimed)
        {
            _headCount = TimedHeadCount;
            EarliestMs = PackedList.Read(list, first, out first).Integer;
        }
        First = first;
    }

    public PackedFields(Record record)
        : this(record.InlineValue, record.Encoding == RecordEncoding.PackedTimed)
    {
    }

    public bool IsTimed { get; }

    /// <summary>Elements of the list per field.</summary>
    public int Step { get; }

    /// <summary>The position of the first field.</summary>
    public int First { get; }

    /// <summary>No deadline is earlier; 0 if there is none.</summary>
    public long EarliestMs { get; }

    public int Count => (PackedList.Count(_list) - _headCount) / Step;

    public static int StepOf(bool isTimed) => isTimed ? 3 : 2;

    /// <summary>The position of a field; -1 if there is none of that name.</summary>
    public int Find(PackedItem field) => PackedList.Find(_list, field, First, Step);

    public int PositionOf(int index) => PackedList.PositionOf(_list, _headCount + index * Step);

    /// <summary>Reads the field at a position, which is moved to the next one; false at the end.</summary>
    public bool TryRead(scoped ref int position, out HashField field)
    {
        field = default;
        if (position >= _list.Length)
            return false;
        PackedItem name = PackedList.Read(_list, position, out position);
        PackedItem value = PackedList.Read(_list, position, out position);
        long deadlineMs = IsTimed ? PackedList.Read(_list, position, out position).Integer : 0;
        field = new HashField(name, value, deadlineMs);
        return true;
    }
}
