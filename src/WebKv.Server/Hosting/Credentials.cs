using System.Text;
using WebKv.Engine.Errors;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Hosting;

/// <summary>Checks the Authorization header of REST and gRPC: the password as a Bearer token, or Basic with an empty
/// user name or "default".</summary>
internal static class Credentials
{
    private const int CharsMax = 4096;
    private const string Bearer = "Bearer";
    private const string Basic = "Basic";

    /// <summary>Null when the request may go on.</summary>
    public static Error? Check(Authenticator authenticator, IHeaderDictionary headers)
    {
        if (!authenticator.IsRequired)
            return null;
        string header = headers.Authorization.ToString();
        if (header.Length == 0)
            return CommonErrors.NoAuth;
        return header.Length <= CharsMax && Accepts(authenticator, header) ? null : CommonErrors.WrongPass;
    }

    private static bool Accepts(Authenticator authenticator, string header)
    {
        int space = header.IndexOf(' ');
        ReadOnlySpan<char> scheme = space < 0 ? header : header.AsSpan(0, space);
        ReadOnlySpan<char> credentials = header.AsSpan(scheme.Length).Trim();
        if (scheme.Equals(Bearer, StringComparison.OrdinalIgnoreCase))
            return authenticator.Accepts(default, Encoding.UTF8.GetBytes(credentials.ToString()));
        return scheme.Equals(Basic, StringComparison.OrdinalIgnoreCase) && AcceptsBasic(authenticator, credentials);
    }

    private static bool AcceptsBasic(Authenticator authenticator, ReadOnlySpan<char> encoded)
    {
        Span<byte> pair = new byte[encoded.Length];
        if (!Convert.TryFromBase64Chars(encoded, pair, out int length))
            return false;
        pair = pair[..length];
        int colon = pair.IndexOf((byte)':');
        return colon >= 0 && authenticator.Accepts(pair[..colon], pair[(colon + 1)..]);
    }
}
