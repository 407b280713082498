using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Text;

namespace WebKv.Server.Grpc.Keys;

/// <summary>
/// A scan's cursor as clients see it: opaque, and bound to the filters and the database that it was made for.
/// </summary>
/// <remarks>Base64url of the cursor and a 32-bit hash of the filters. The hash catches mistakes; a client that forges
/// one only misplaces its own scan, since any number is a valid cursor.</remarks>
internal static class PageToken
{
    private const int TokenBytes = sizeof(ulong) + sizeof(uint);

    public static string Of(ulong cursor, in ScanQuery query)
    {
        Span<byte> bytes = stackalloc byte[TokenBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, cursor);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[sizeof(ulong)..], Fingerprint(query));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The cursor of a token, 0 of an empty one; false when it is malformed or of another query.</summary>
    public static bool TryParse(string token, in ScanQuery query, out ulong cursor)
    {
        cursor = 0;
        if (token.Length == 0)
            return true;
        Span<byte> bytes = stackalloc byte[TokenBytes];
        // The Try form throws at what is not base64url.
        OperationStatus status = Base64Url.DecodeFromChars(token, bytes, out _, out int length);
        if (status != OperationStatus.Done || length != TokenBytes)
            return false;
        cursor = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        return cursor != 0 && BinaryPrimitives.ReadUInt32LittleEndian(bytes[sizeof(ulong)..]) == Fingerprint(query);
    }

    private static uint Fingerprint(in ScanQuery query)
    {
        var hash = new XxHash32();
        hash.Append(Encoding.ASCII.GetBytes($"{query.Database} {query.Type} {query.Match is null} "));
        if (query.Match is not null)
            hash.Append(query.Match.Span);
        return hash.GetCurrentHashAsUInt32();
    }
}
