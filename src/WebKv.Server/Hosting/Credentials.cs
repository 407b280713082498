using System.Text;
using Microsoft.Extensions.Primitives;
using WebKv.Engine.Errors;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Rest.Http;

/// <summary>Checks the Authorization header: the password as a Bearer token, or Basic with an empty user name or
/// "default".</summary>
internal static class Credentials
{
    private const string Bearer = "Bearer ";
    private const string Basic = "Basic ";

    public static readonly StringValues Challenges =
        new(["Bearer realm=\"webkv\"", "Basic realm=\"webkv\", charset=\"UTF-8\""]);

    /// <summary>Null when the request may go on.</summary>
    public static Error? Check(Authenticator authenticator, IHeaderDictionary headers)
    {
        if (!authenticator.IsRequired)
            return null;
        string header = headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Verdict(authenticator.Accepts(default, Encoding.UTF8.GetBytes(header[Bearer.Length..].Trim())));
        if (header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
            return Verdict(AcceptsBasic(authenticator, header.AsSpan(Basic.Length).Trim()));
        return CommonErrors.NoAuth;
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

    private static Error? Verdict(bool accepted) => accepted ? null : CommonErrors.WrongPass;
}
