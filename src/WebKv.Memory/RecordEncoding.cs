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
}
