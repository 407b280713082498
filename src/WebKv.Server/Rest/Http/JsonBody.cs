using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using WebKv.Engine.Errors;

namespace WebKv.Server.Rest.Http;

/// <summary>Reads and writes JSON bodies by their generated contracts.</summary>
internal static class JsonBody
{
    private const string NotUtf8Message = "the text is not UTF-8; send other bytes as {\"base64\": \"..\"}";

    /// <summary>What is wrong with a body, with its place: path, line and column.</summary>
    public static Problem Malformed(JsonException e)
    {
        string place = string.IsNullOrEmpty(e.Path) ? "$" : e.Path;
        string line = e.LineNumber is { } number ? $" (line {number + 1}, byte {e.BytePositionInLine + 1})" : "";
        string message = WithoutPlace(e.Message);
        return Problem.Of(ErrorCode.MalformedJson, $"{place}{line}: {message}") with
        {
            Errors = new Dictionary<string, string[]> { [place] = [message] },
        };
    }

    /// <summary>Parses a body that is at hand.</summary>
    public static Problem? Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> contract, out T? value)
        where T : class
    {
        value = null;
        // The JSON reader looks at the structure only and would take any bytes for the text of a string.
        if (!Utf8.IsValid(body))
            return NotUtf8(body);
        try
        {
            value = JsonSerializer.Deserialize(body, contract);
        }
        catch (JsonException e)
        {
            return Malformed(e);
        }
        return value is null ? Problem.Of(ErrorCode.MalformedJson, "$: expected an object") : null;
    }

    private static Problem NotUtf8(ReadOnlySpan<byte> body)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(body[position..], out _, out int length) == OperationStatus.Done)
            position += length;
        int lines = body[..position].Count((byte)'\n');
        int lineStart = body[..position].LastIndexOf((byte)'\n') + 1;
        return Problem.Of(
            ErrorCode.MalformedJson, $"$ (line {lines + 1}, byte {position - lineStart + 1}): {NotUtf8Message}") with
        {
            Errors = new Dictionary<string, string[]> { ["$"] = [NotUtf8Message] },
        };
    }

    public static Task WriteAsync<T>(HttpContext http, T value, JsonTypeInfo<T> contract)
    {
        http.Response.ContentType = Representation.Json;
        using PooledJson json = PooledJson.Rent();
        JsonSerializer.Serialize(json.Writer, value, contract);
        return json.SendAsync(http);
    }

    // The serializer names .NET types and appends " Path: $.x | LineNumber: 0 | BytePositionInLine: 3."; the place is
    // told in a form of its own, and the types mean nothing to a client.
    private static string WithoutPlace(string message)
    {
        int place = message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (place < 0)
            place = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        string text = place < 0 ? message : message[..place];
        if (text.StartsWith("The JSON property '", StringComparison.Ordinal))
            return $"there is no member {text.Split('\'')[1]}";
        if (text.StartsWith("Duplicate property '", StringComparison.Ordinal))
            return $"the member {text.Split('\'')[1]} comes twice";
        return text.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? "a value of another type is expected"
            : text;
    }
}
