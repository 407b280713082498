using System.Text;
using System.Text.Json.Nodes;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Doors;

/// <summary>The REST client of the door drivers: names and values of any bytes, errors by their code.</summary>
public sealed class RestPeer(RestClient client, int database)
{
    /// <summary>Sends a request; {key} in it stands for a name. Problems are thrown.</summary>
    public async Task<RestAnswer> SendAsync(string request, string key, string? body = null, params string[] headers)
    {
        RestAnswer answer = await client.Send(Address(request, key), body, headers);
        return answer.Status < 400 ? answer : throw new DoorException(CodeOf(answer)) { Text = TextOf(answer) };
    }

    public Task<RestAnswer> SendJsonAsync(string request, string key, JsonNode body) =>
        SendAsync(request, key, body.ToJsonString(), "Content-Type: application/json");

    /// <summary>The answer, or null when there is no such key.</summary>
    public static async Task<RestAnswer?> OrMissingAsync(Task<RestAnswer> answer)
    {
        try
        {
            return await answer;
        }
        catch (DoorException e) when (e.Codes.Contains("KEY_NOT_FOUND"))
        {
            return null;
        }
    }

    /// <summary>False for one code, true for success.</summary>
    public static async Task<bool> UnlessAsync(string code, Task<RestAnswer> answer)
    {
        try
        {
            await answer;
            return true;
        }
        catch (DoorException e) when (e.Codes.Contains(code))
        {
            return false;
        }
    }

    /// <summary>Bytes in JSON.</summary>
    public static JsonNode Bytes(string text) =>
        new JsonObject { ["base64"] = Convert.ToBase64String(Encoding.Latin1.GetBytes(text)) };

    public static JsonArray Many(IEnumerable<string> texts) => new([.. texts.Select(Bytes)]);

    /// <summary>Bytes from JSON: an object with base64.</summary>
    public static string? Text(JsonNode? bytes) =>
        bytes is null ? null : Encoding.Latin1.GetString(Convert.FromBase64String((string)bytes["base64"]!));

    /// <summary>A name in the query of a request about a key: both take the same form.</summary>
    public static string Name(string key, string name)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(name);
        return IsPlain(key) ? Escape(bytes) : Base64Url(bytes);
    }

    // What the plain form cannot carry takes the other one.
    private static bool IsPlain(string key) => key is not ("" or "." or "..") && !key.Contains('\0');

    private string Address(string request, string key)
    {
        bool isPlain = IsPlain(key);
        string name = Name(key, key);
        string separator = request.Contains('?') ? "&" : "?";
        string target = request.Replace("{key}", name, StringComparison.Ordinal) + $"{separator}db={database}";
        return isPlain ? target : target + "&enc=base64url";
    }

    /// <summary>A name or pattern as a part of a URL.</summary>
    public static string Escape(string text) => Escape(Encoding.Latin1.GetBytes(text));

    private static string Escape(byte[] bytes) => string.Concat(bytes.Select(
        b => char.IsAsciiLetterOrDigit((char)b) ? ((char)b).ToString() : $"%{b:X2}"));

    /// <summary>A name as it stands in a URL with enc=base64url.</summary>
    public static string Base64Url(string name) => Base64Url(Encoding.Latin1.GetBytes(name));

    private static string Base64Url(byte[] bytes) =>
        bytes.Length == 0 ? "=" : Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string? TextOf(RestAnswer answer) =>
        answer.Body.Length == 0 ? null : (string?)answer.Json["detail"];

    // An answer to HEAD has no body.
    private static string CodeOf(RestAnswer answer) =>
        answer.Body.Length == 0 && answer.Status == 404 ? "KEY_NOT_FOUND" : (string)answer.Json["code"]!;
}
