namespace WebKv.Engine.Keyspace;

/// <summary>
/// The slot of a key as Redis Cluster defines it: CRC16 (XMODEM) of the key, or of its {tag}, modulo 16384.
/// </summary>
/// <remarks>
/// System.IO.Hashing has no CRC16. Eight tables take eight bytes a step, so that a 16-byte key costs two steps
/// instead of sixteen dependent look-ups.
/// </remarks>
public static class ClusterSlot
{
    public const int Count = 16384;

    private const ushort Polynomial = 0x1021;
    private const int TableSize = 256;

    private static readonly ushort[] Tables = BuildTables();

    public static int Of(ReadOnlySpan<byte> key) => Crc16(TagOf(key)) & (Count - 1);

    /// <summary>What is hashed: the bytes between the first { and the next }, if there are any, else the key.
    /// </summary>
    public static ReadOnlySpan<byte> TagOf(ReadOnlySpan<byte> key)
    {
        int open = key.IndexOf((byte)'{');
        if (open < 0)
            return key;
        int length = key[(open + 1)..].IndexOf((byte)'}');
        return length <= 0 ? key : key.Slice(open + 1, length);
    }

    internal static ushort Crc16(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<ushort> tables = Tables;
        uint crc = 0;
        while (bytes.Length >= 8)
        {
            crc = (uint)(tables[7 * TableSize + (bytes[0] ^ (int)(crc >> 8))]
                ^ tables[6 * TableSize + (bytes[1] ^ (int)(crc & 0xFF))]
                ^ tables[5 * TableSize + bytes[2]]
                ^ tables[4 * TableSize + bytes[3]]
                ^ tables[3 * TableSize + bytes[4]]
                ^ tables[2 * TableSize + bytes[5]]
                ^ tables[1 * TableSize + bytes[6]]
                ^ tables[bytes[7]]);
            bytes = bytes[8..];
        }
        foreach (byte b in bytes)
            crc = (crc << 8 & 0xFFFF) ^ tables[(int)(crc >> 8) ^ b];
        return (ushort)crc;
    }

    // Table k gives the remainder of a byte followed by k zero bytes.
    private static ushort[] BuildTables()
    {
        var tables = new ushort[8 * TableSize];
        for (int value = 0; value < TableSize; value++)
        {
            int crc = value << 8;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ Polynomial : crc << 1;
            tables[value] = (ushort)crc;
        }
        for (int i = TableSize; i < tables.Length; i++)
        {
            ushort shorter = tables[i - TableSize];
            tables[i] = (ushort)(shorter << 8 ^ tables[shorter >> 8]);
        }
        return tables;
    }
}
