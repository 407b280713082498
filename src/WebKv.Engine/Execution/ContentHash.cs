using System.IO.Hashing;
using WebKv.Memory;

namespace WebKv.Engine.Execution;

/// <summary>
/// The ETag of a value: a 64-bit XxHash3 of its bytes. It costs no memory and changes with every change of the
/// content, whichever door made it. Big values keep theirs in the blob, computed once and outside of locks.
/// </summary>
public static class ContentHash
{
    private const ulong Unknown = 0;

    public static ulong Of(Record record)
    {
        Blob blob = record.Blob;
        return blob.IsNull ? Of(record.InlineValue) : Of(blob);
    }

    public static ulong Of(Blob blob)
    {
        ulong known = blob.ContentHash;
        if (known == Unknown)
            blob.ContentHash = known = Of(blob.Span);
        return known;
    }

    public static bool IsKnown(Blob blob) => blob.ContentHash != Unknown;

    // 0 stands for "unknown" in a blob, so no content may have it.
    private static ulong Of(ReadOnlySpan<byte> content) => Math.Max(XxHash3.HashToUInt64(content), 1);
}
