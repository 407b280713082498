using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>
/// Writes the fields of a packed hash in another form: with deadlines or without, and without those that are due.
/// </summary>
internal readonly ref struct PackedFieldsWriter
{
    private readonly PackedFields _fields;
    private readonly long _keptFromMs;
    private readonly int _count;
    private readonly long _earliestMs;

    /// <param name="fields">The fields, which must not lie where they are to be written.</param>
    /// <param name="asTimed">Write the form with deadlines even if no field has one.</param>
    /// <param name="keptFromMs">Leave out fields with an earlier deadline.</param>
    public PackedFieldsWriter(PackedFields fields, bool asTimed, long keptFromMs)
    {
        _fields = fields;
        _keptFromMs = keptFromMs;
        int position = fields.First;
        int length = 0;
        int deadlinesLength = 0;
        while (TryReadKept(ref position, out HashField field))
        {
            _count++;
            length += LengthOf(field, isTimed: false);
            deadlinesLength += PackedList.EntryLength(PackedItem.Of(field.DeadlineMs));
            if (field.DeadlineMs != 0 && (_earliestMs == 0 || field.DeadlineMs < _earliestMs))
                _earliestMs = field.DeadlineMs;
        }
        IsTimed = asTimed || _earliestMs != 0;
        Length = PackedList.EmptyLength + length;
        if (IsTimed)
            Length += PackedList.EntryLength(PackedItem.Of(_earliestMs)) + deadlinesLength;
    }

    /// <summary>Whether it is the form with deadlines.</summary>
    public bool IsTimed { get; }

    /// <summary>Bytes that are written.</summary>
    public int Length { get; }

    /// <summary>Bytes of a field in a list.</summary>
    public static int LengthOf(HashField field, bool isTimed) =>
        PackedList.EntryLength(field.Field) + PackedList.EntryLength(field.Value)
        + (isTimed ? PackedList.EntryLength(PackedItem.Of(field.DeadlineMs)) : 0);

    /// <summary>Writes a field; returns its bytes.</summary>
    public static int Write(Span<byte> list, HashField field, bool isTimed)
    {
        int at = PackedList.WriteEntry(list, field.Field);
        at += PackedList.WriteEntry(list[at..], field.Value);
        if (isTimed)
            at += PackedList.WriteEntry(list[at..], PackedItem.Of(field.DeadlineMs));
        return at;
    }

    public void WriteTo(Span<byte> list)
    {
        int headCount = IsTimed ? PackedFields.TimedHeadCount : 0;
        PackedList.SetCount(list, headCount + _count * PackedFields.StepOf(IsTimed));
        int at = PackedList.EmptyLength;
        if (IsTimed)
            at += PackedList.WriteEntry(list[at..], PackedItem.Of(_earliestMs));
        int position = _fields.First;
        while (TryReadKept(ref position, out HashField field))
            at += Write(list[at..], field, IsTimed);
    }

    private bool TryReadKept(scoped ref int position, out HashField field)
    {
        while (_fields.TryRead(ref position, out field))
            if (field.DeadlineMs == 0 || field.DeadlineMs >= _keptFromMs)
                return true;
        return false;
    }
}
