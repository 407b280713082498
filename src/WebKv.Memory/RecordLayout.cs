using System.Runtime.CompilerServices;

namespace WebKv.Memory;

/// <summary>
/// The bytes of a keyspace record: a header of 16 bytes, then what the header says.
/// </summary>
/// <remarks>
/// <code>
///  0  u32  hash, low half (the index needs it to split without hashing again)
///  4  u8   type (low 4 bits) and encoding (high 4 bits)
///  5  u8   flags: 1 = has expiry, 2 = long key, 4 = elements have deadlines
///  6  u16  key length, unless long key
///  8  u32  value length inside the record
/// 12  u32  last access (high 24 bits: seconds, or LFU state) and snapshot epoch (low 8 bits)
/// 16  i64  absolute expiry, Unix ms         (has expiry)
///     u32  key length                       (long key)
///     key bytes, value bytes
/// </code>
/// 16 + 16 + 32 bytes fill the 64-byte class exactly. An expiry of 8 bytes is paid only by keys that have one.
/// </remarks>
internal readonly unsafe struct RecordLayout : IIndexEntry
{
    public const int HeaderBytes = 16;
    public const byte HasExpiryFlag = 1;
    public const byte LongKeyFlag = 2;
    public const byte TimedElementsFlag = 4;

    private const int ExpiryBytes = sizeof(long);
    private const int LongKeyBytes = sizeof(uint);
    private const int ShortKeyMax = ushort.MaxValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint HashOf(byte* record) => *(uint*)record;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool KeyEquals(byte* record, ReadOnlySpan<byte> key) => Key(record).SequenceEqual(key);

    public static long BytesFor(int keyLength, long valueLength, bool hasExpiry) =>
        HeaderBytes + (hasExpiry ? ExpiryBytes : 0) + (keyLength > ShortKeyMax ? LongKeyBytes : 0)
        + keyLength + valueLength;

    public static long BytesOf(byte* record) => KeyOffset(record) + KeyLength(record) + (long)ValueLength(record);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Key(byte* record) => new(record + KeyOffset(record), KeyLength(record));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<byte> Value(byte* record) =>
        new(record + KeyOffset(record) + KeyLength(record), (int)ValueLength(record));

    public static ref byte TypeAndEncoding(byte* record) => ref record[4];

    public static ref byte Flags(byte* record) => ref record[5];

    public static ref uint ValueLength(byte* record) => ref *(uint*)(record + 8);

    public static ref uint AccessAndEpoch(byte* record) => ref *(uint*)(record + 12);

    public static bool HasExpiry(byte* record) => (Flags(record) & HasExpiryFlag) != 0;

    public static bool HasTimedElements(byte* record) => (Flags(record) & TimedElementsFlag) != 0;

    public static ref long Expiry(byte* record) => ref *(long*)(record + HeaderBytes);

    /// <summary>Writes header and key of a new record; the value is the caller's to fill.</summary>
    public static void Write(
        byte* record, uint hash, ReadOnlySpan<byte> key, in RecordShape shape, uint accessAndEpoch)
    {
        bool hasExpiry = shape.ExpiryMs != 0;
        bool longKey = key.Length > ShortKeyMax;
        *(uint*)record = hash;
        TypeAndEncoding(record) = shape.TypeAndEncoding;
        Flags(record) = (byte)((hasExpiry ? HasExpiryFlag : 0) | (longKey ? LongKeyFlag : 0)
            | (shape.HasTimedElements ? TimedElementsFlag : 0));
        *(ushort*)(record + 6) = longKey ? (ushort)0 : (ushort)key.Length;
        ValueLength(record) = (uint)shape.ValueLength;
        AccessAndEpoch(record) = accessAndEpoch;
        if (hasExpiry)
            Expiry(record) = shape.ExpiryMs;
        if (longKey)
            *(uint*)(record + HeaderBytes + (hasExpiry ? ExpiryBytes : 0)) = (uint)key.Length;
        key.CopyTo(new Span<byte>(record + KeyOffset(record), key.Length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int KeyOffset(byte* record)
    {
        // One flag byte decides both optional fields: 8 bytes for bit 0, 4 bytes for bit 1.
        int flags = Flags(record);
        return HeaderBytes + (flags & HasExpiryFlag) * ExpiryBytes + (flags & LongKeyFlag) * (LongKeyBytes / 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int KeyLength(byte* record) =>
        (Flags(record) & LongKeyFlag) == 0 ? *(ushort*)(record + 6) : (int)*(uint*)(record + KeyOffset(record) - 4);
}
