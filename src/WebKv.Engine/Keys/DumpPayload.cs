using System.Buffers.Binary;
using System.IO.Hashing;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>
/// What DUMP returns and RESTORE takes: a value by itself, without its key and its expiry.
/// </summary>
/// <remarks>
/// <code>
/// 2 bytes   "WK"
/// u8        version of this form, 1
/// u8        type of the value (<see cref="RecordType"/>)
/// n bytes   a string's bytes, or a collection's written form (<see cref="Execution.CollectionType.Write"/>)
/// u64       XxHash3 of all that precedes, little endian
/// </code>
/// It is not the form of Redis, whose payloads name encodings that do not exist here. The checksum finds accidents; it
/// is no seal, so readers of the content trust nothing.
/// </remarks>
internal readonly ref struct DumpPayload
{
    public const int HeadBytes = 4;
    public const int SumBytes = sizeof(ulong);

    private const byte Version = 1;

    private DumpPayload(RecordType type, ReadOnlySpan<byte> content)
    {
        Type = type;
        Content = content;
    }

    public RecordType Type { get; }

    public ReadOnlySpan<byte> Content { get; }

    /// <summary>Opens a payload; false when it is none, of another version, or damaged. Linear time.</summary>
    public static bool TryOpen(ReadOnlySpan<byte> bytes, out DumpPayload payload)
    {
        payload = default;
        if (bytes.Length < HeadBytes + SumBytes
            || !bytes.StartsWith("WK"u8)
            || bytes[2] != Version
            || bytes[3] > (byte)RecordType.Stream
            || BinaryPrimitives.ReadUInt64LittleEndian(bytes[^SumBytes..]) != XxHash3.HashToUInt64(bytes[..^SumBytes]))
            return false;
        payload = new DumpPayload((RecordType)bytes[3], bytes[HeadBytes..^SumBytes]);
        return true;
    }

    public static void WriteHead(Span<byte> room, RecordType type)
    {
        "WK"u8.CopyTo(room);
        room[2] = Version;
        room[3] = (byte)type;
    }

    /// <summary>Fills in the checksum of a payload that is complete but for its last bytes.</summary>
    public static void Seal(Span<byte> payload) => BinaryPrimitives.WriteUInt64LittleEndian(
        payload[^SumBytes..], XxHash3.HashToUInt64(payload[..^SumBytes]));

    /// <summary>Writes the payload of a string into room of exactly its length.</summary>
    public static void Fill(Span<byte> room, ReadOnlySpan<byte> text)
    {
        WriteHead(room, RecordType.String);
        text.CopyTo(room[HeadBytes..]);
        Seal(room);
    }
}
