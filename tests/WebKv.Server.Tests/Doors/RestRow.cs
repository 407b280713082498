using System.Text.Encodings.Web;
using System.Text.Json;

namespace WebKv.Server.Tests.Doors;

/// <summary>Writes the rows of bad HTTP requests: what is sent, and what of the answer is held against it.</summary>
internal static class RestRow
{
    public const string Json = "Content-Type: application/json\r\n";

    public static readonly string[] NoOperation = Refused("404 Not Found", "NOT_FOUND", "no operation has this path");

    public static readonly string[] PreconditionFailed =
        Refused("412 Precondition Failed", "PRECONDITION_FAILED", "a precondition of the request failed");

    public static BadRequestRow Get(string name, string target, string[] expected) =>
        Send(name, $"GET {target}", "", "", expected);

    public static BadRequestRow Post(string name, string path, string json, string[] expected) =>
        Send(name, $"POST /v1{path}", Json, json, expected);

    public static BadRequestRow Send(string name, string line, string headers, string body, string[] expected) => new(
        name,
        $"{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}",
        expected);

    public static string[] Invalid(string detail) => Refused("400 Bad Request", "INVALID_ARGUMENT", detail);

    public static string[] Malformed(string detail) => Refused("400 Bad Request", "MALFORMED_JSON", detail);

    public static string[] TooLarge(string detail) => Refused("413 Payload Too Large", "PAYLOAD_TOO_LARGE", detail);

    /// <summary>A problem: status line, detail and code, in the order in which they come.</summary>
    public static string[] Refused(string status, string code, string detail) =>
    [
        $"HTTP/1.1 {status}\r\n",
        $"\"detail\":\"{JsonEncodedText.Encode(detail, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"",
        $"\"code\":\"{code}\"",
    ];

    /// <summary>The web server's own refusal, which says nothing more.</summary>
    public static string[] Bare(string status) =>
        [$"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n"];
}
