using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// The target of a request as it was sent: names are read from here and never from route values.
/// </summary>
/// <remarks>
/// One name is one path segment, percent-decoded to bytes. Route values cannot say that: the server leaves %2F as it
/// is (so a/b and a%2Fb become one value), leaves escapes that are not UTF-8 undecoded, and removes dot segments
/// after decoding. Each dot segment removed makes the path that was routed shorter than the one that was sent, so a
/// target is accepted only if it has as many segments as the route: then the segments of both are the same.
/// </remarks>
internal readonly struct RequestTarget
{
    private readonly string _raw;
    private readonly int _pathStart;
    private readonly int _pathEnd;

    private RequestTarget(string raw, int pathStart, int pathEnd)
    {
        _raw = raw;
        _pathStart = pathStart;
        _pathEnd = pathEnd;
    }

    /// <summary>The path as it was sent; empty where http://host has none.</summary>
    public ReadOnlySpan<char> Path => _raw.AsSpan(_pathStart, _pathEnd - _pathStart);

    /// <summary>The query as it was sent, without its question mark.</summary>
    public ReadOnlySpan<char> Query => _pathEnd < _raw.Length ? _raw.AsSpan(_pathEnd + 1) : default;

    public static RequestTarget Of(HttpContext http)
    {
        string raw = http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        int pathStart = raw.StartsWith('/') ? 0 : PathStart(raw);
        int query = raw.IndexOf('?', pathStart);
        return new RequestTarget(raw, pathStart, query < 0 ? raw.Length : query);
    }

    /// <summary>The segment at an index, or false when the path does not have exactly <paramref name="count"/>.
    /// </summary>
    public bool TrySegment(int index, int count, out ReadOnlySpan<char> segment)
    {
        segment = default;
        if (Path.IsEmpty)
            return false;
        ReadOnlySpan<char> rest = Path[1..];
        for (int i = 0; i < count; i++)
        {
            int slash = rest.IndexOf('/');
            if (slash < 0 != (i == count - 1))
                return false;
            if (i == index)
                segment = slash < 0 ? rest : rest[..slash];
            rest = slash < 0 ? default : rest[(slash + 1)..];
        }
        return true;
    }

    /// <summary>Percent-decodes; false at an escape that is none.</summary>
    public static bool TryPercentDecode(ReadOnlySpan<char> text, bool plusIsSpace, out byte[] bytes)
    {
        if (!text.Contains('%') && !(plusIsSpace && text.Contains('+')))
        {
            bytes = new byte[text.Length];
            Encoding.Latin1.GetBytes(text, bytes);
            return true;
        }
        bytes = [];
        var decoded = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                decoded[length++] = plusIsSpace && text[i] == '+' ? (byte)' ' : (byte)text[i];
                continue;
            }
            if (text.Length - i < 3 || !TryHex(text.Slice(i + 1, 2), decoded.AsSpan(length)))
                return false;
            length++;
            i += 2;
        }
        bytes = decoded[..length];
        return true;
    }

    /// <summary>Decodes base64url without padding; "=" alone stands for no bytes.</summary>
    public static bool TryBase64UrlDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        if (text is "=")
            return true;
        var decoded = new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (text.IsEmpty || Base64Url.DecodeFromChars(text, decoded, out _, out int written) != OperationStatus.Done)
            return false;
        bytes = decoded[..written];
        return true;
    }

    private static bool TryHex(ReadOnlySpan<char> digits, Span<byte> value) =>
        Convert.FromHexString(digits, value, out _, out _) == OperationStatus.Done;

    // In the absolute form of RFC 9112 3.2.2, http://host/path?query, what follows the host. The other forms, * and
    // host:port, have no path; they are taken whole, so that a problem can name them.
    private static int PathStart(string raw)
    {
        int scheme = raw.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return 0;
        int host = scheme + 3;
        int length = raw.AsSpan(host).IndexOfAny('/', '?');
        return length < 0 ? raw.Length : host + length;
    }
}
