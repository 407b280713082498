using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Text;

namespace WebKv.Server.Operations;

/// <summary>
/// A scan's cursor as clients see it: opaque, and bound to what it walks over and to its filters, since a cursor
/// means nothing to a scan with others.
/// </summary>
/// <remarks>Base64url of the cursor and a 32-bit hash. The hash catches mistakes; a client that forges one only
/// misplaces its own scan, since any number is a valid cursor.</remarks>
internal static class PageToken
{
    private const int TokenBytes = sizeof(ulong) + sizeof(uint);

    /// <summary>What a token is bound to.</summary>
    /// <param name="database">The logical database.</param>
    /// <param name="kind">What is walked over, and filters other than a pattern.</param>
    /// <param name="key">The key whose elements are walked over; empty for the keys themselves.</param>
    /// <param name="match">The pattern; * for all.</param>
    public static uint FingerprintOf(
        int database, string kind, ReadOnlySpan<byte> key, ReadOnlySpan<byte> match)
    {
        var hash = new XxHash32();
        hash.Append(Encoding.UTF8.GetBytes($"{database} {kind} {key.Length} "));
        hash.Append(key);
        hash.Append(match);
        return hash.GetCurrentHashAsUInt32();
    }

    public static string Of(ulong cursor, uint fingerprint)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, cursor);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[sizeof(ulong)..], fingerprint);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The cursor of a token, 0 where there is none; false when it is malformed or of another scan.</summary>
    public static bool TryParse(string? token, uint fingerprint, out ulong cursor)
    {
        cursor = 0;
        if (string.IsNullOrEmpty(token))
            return true;
        Span<byte> bytes = stackalloc byte[TokenBytes];
        // The Try form throws at what is not base64url.
        OperationStatus status = Base64Url.DecodeFromChars(token, bytes, out _, out int length);
        if (status != OperationStatus.Done || length != TokenBytes)
            return false;
        cursor = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        return cursor != 0 && BinaryPrimitives.ReadUInt32LittleEndian(bytes[sizeof(ulong)..]) == fingerprint;
    }
}
