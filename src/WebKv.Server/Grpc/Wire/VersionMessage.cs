using System.Globalization;
using WebKv.Engine.Execution;

namespace WebKv.Server.Grpc.Wire;

/// <summary>webkv.v1.KeyVersion: the etag of a key and the offset of a call.</summary>
internal static class VersionMessage
{
    private const int Etag = 1;
    private const int Offset = 2;
    private const int EtagCharsMax = 16;

    /// <summary>The etag's text: the hash of the content in hexadecimal digits; empty where there is none.</summary>
    public static string EtagOf(KeyState state) =>
        state is { Exists: true, Etag: not 0 } ? state.Etag.ToString("x", CultureInfo.InvariantCulture) : "";

    public static bool TryParseEtag(ReadOnlySpan<byte> text, out ulong etag) => ulong.TryParse(
        text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out etag);

    public static void Write(ProtoWriter output, int field, KeyState state, long offset)
    {
        int start = output.Open(field);
        if (state is { Exists: true, Etag: not 0 })
        {
            Span<byte> etag = stackalloc byte[EtagCharsMax];
            state.Etag.TryFormat(etag, out int length, "x", CultureInfo.InvariantCulture);
            output.Bytes(Etag, etag[..length]);
        }
        if (offset != 0)
            output.Varint(Offset, (ulong)offset);
        output.Close(start);
    }

    public static void WriteOffset(ProtoWriter output, int field, long offset) =>
        Write(output, field, default, offset);
}
