namespace WebKv.Memory;

/// <summary>What a record is to be: everything but its key and the bytes of its value.</summary>
/// <param name="Type">The value's type.</param>
/// <param name="Encoding">How the value is kept.</param>
/// <param name="ValueLength">Bytes of the value inside the record.</param>
/// <param name="ExpiryMs">Absolute expiry in Unix milliseconds; 0 for none.</param>
public readonly record struct RecordShape(
    RecordType Type, RecordEncoding Encoding, int ValueLength, long ExpiryMs)
{
    internal byte TypeAndEncoding => (byte)((byte)Type | (byte)Encoding << 4);
}
