using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace WebKv.Server.Rest.Calls;

/// <summary>
/// How long a request wants to wait: what its body says, else the header Prefer: wait=seconds of RFC 7240.
/// </summary>
/// <remarks>A preference is no demand: one that cannot be read is passed over, one that is too long is cut to
/// <see cref="MsMax"/>, and the answer tells what was applied.</remarks>
internal static class WaitPreference
{
    public const string Request = "Prefer";
    public const string Response = "Preference-Applied";

    /// <summary>The longest wait of one request.</summary>
    public const int MsMax = 60_000;

    private const string Wait = "wait";

    /// <summary>Milliseconds; 0 not to wait. A preference that is followed is noted in the answer.</summary>
    public static long Read(HttpContext http, IWaitingBody body)
    {
        if (body.WaitMs is { } told)
            return told;
        if (!http.Request.Headers.TryGetValue(Request, out StringValues preferences)
            || !TryParse(preferences, out long seconds))
            return 0;
        long applied = Math.Min(seconds, MsMax / 1000);
        http.Response.Headers[Response] = string.Create(CultureInfo.InvariantCulture, $"{Wait}={applied}");
        return applied * 1000;
    }

    // The first one counts, as the RFC has it.
    private static bool TryParse(StringValues preferences, out long seconds)
    {
        seconds = 0;
        foreach (string? line in preferences)
            foreach (string preference in (line ?? "").Split(','))
            {
                string[] pair = preference.Split(';')[0].Split('=', 2, StringSplitOptions.TrimEntries);
                if (pair[0].Equals(Wait, StringComparison.OrdinalIgnoreCase))
                    return pair.Length == 2 && long.TryParse(
                        pair[1].Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out seconds);
            }
        return false;
    }
}
