namespace WebKv.Memory;

/// <summary>How a record's value is kept. The numbers are part of the record header: never renumber.</summary>
public enum RecordEncoding : byte
{
    /// <summary>The value's bytes, inside the record.</summary>
    Inline = 0,

    /// <summary>Inside the record, and edited in place before: tools expect such strings to be named raw.</summary>
    InlineEdited = 1,

    /// <summary>A reference to a <see cref="Blob"/>.</summary>
    Blob = 2,

    /// <summary>A <see cref="Collections.PackedList"/> inside the record.</summary>
    Packed = 3,

    /// <summary>The number of a <see cref="Collections.Collection"/> in the shard's table.</summary>
    Collection = 4,

    /// <summary>A set of integers inside the record: sorted, all of the width that the biggest needs.</summary>
    Integers = 5,

    /// <summary>A packed list inside the record whose elements have deadlines: the earliest one, then per element its
    /// parts and its own.</summary>
    PackedTimed = 6,
}
