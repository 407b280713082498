using System.Globalization;

namespace WebKv.Server.Rest.Http;

/// <summary>Times as RFC 3339 writes them, with milliseconds.</summary>
internal static class Rfc3339
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm:ss'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    public static bool TryParse(string text, out long unixMs)
    {
        bool isTime = DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time);
        unixMs = isTime ? time.ToUnixTimeMilliseconds() : 0;
        return isTime;
    }

    public static string Format(long unixMs) =>
        unixMs > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? Format(DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
            : DateTimeOffset.FromUnixTimeMilliseconds(unixMs)
                .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
