namespace WebKv.Memory;

/// <summary>What a record is to be: everything but its key and the bytes of its value.</summary>
/// <param name="Type">The value's type.</param>
/// <param name="Encoding">How the value is kept.</param>
/// <param name="ValueLength">Bytes of the value inside the record.</param>
/// <param name="ExpiryMs">Absolute expiry in Unix milliseconds; 0 for none.</param>
public readonly record struct RecordShape(
    RecordType Type, RecordEncoding Encoding, int ValueLength, long ExpiryMs)
{
    /// <summary>Whether elements of the value have deadlines of their own, so that a sweep must find the record.
    /// </summary>
    public bool HasTimedElements { get; init; }

    /// <summary>Whether a sweep looks at the record.</summary>
    internal bool IsMarked => ExpiryMs != 0 || HasTimedElements;

    internal byte TypeAndEncoding => (byte)((byte)Type | (byte)Encoding << 4);
}
