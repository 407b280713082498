using System.Text;
using WebKv.Server.Tests.Rest;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>Valid HTTP requests: all of the .http files, and forms of HTTP that these have no need of.</summary>
internal static class RestSamples
{
    private const string Host = "http://127.0.0.1:5080";

    private static readonly string Blob = new('b', 20_000);

    public static IReadOnlyList<byte[]> All { get; } =
    [
        .. Directory.GetFiles(Repository.PathOf("http"), "*.http").Order(StringComparer.Ordinal)
            .SelectMany(file => HttpFile.Read(File.ReadAllText(file))).Select(Compose),
        .. Others.Select(Encoding.Latin1.GetBytes),
    ];

    private static IEnumerable<string> Others =>
    [
        Request("PUT /v1/strings/big", $"Content-Length: {Blob.Length}\r\n", Blob),
        Request("PUT /v1/strings/k", "Transfer-Encoding: chunked\r\n",
            "5\r\nhello\r\n3;ext=1\r\nabc\r\n0\r\nT: x\r\n\r\n"),
        Request("POST /v1/commands", "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n",
            "16\r\n{\"command\":[\"DBSIZE\"]}\r\n0\r\n\r\n"),
        Request("PUT /v1/strings/k",
            "Content-Length: 1\r\nExpect: 100-continue\r\nIf-Match: \"1a.r\", W/\"2\"\r\n", "v"),
        Request("PUT /v1/strings/k?ttlMs=1000&condition=present&returnPrevious=true", "Content-Length: 1\r\n", "v"),
        Request("GET /v1/strings/k",
            "Range: bytes=1-3\r\nIf-Range: \"1a.r\"\r\nAccept: text/plain;q=0.5, */*;q=0.1\r\n"),
        Request("GET /v1/strings/k?encoding=base64&db=1", "Accept: application/json\r\nIf-None-Match: *\r\n"),
        Request("HEAD /v1/strings/k", "Range: bytes=-5\r\n"),
        Request("GET /v1/keys?match=a%2A&type=string&limit=10", "Authorization: Basic dTpw\r\n"),
        Request($"GET {Host}/v1/strings/a%2Fb%FF", "Authorization: Bearer x\r\nCookie: a=b\r\n"),
        Request("OPTIONS *", ""),
        Request("GET /v1/limits", "") + Request("DELETE /v1/strings/k?missingOk=true", "")
            + Request("GET /healthz/live", "Connection: close\r\n"),
        Request("GET /openapi/v1.json", "Accept-Encoding: gzip\r\n"),
    ];

    private static byte[] Compose(HttpFileRequest request)
    {
        byte[] body = Encoding.UTF8.GetBytes(request.Body ?? "");
        string headers = string.Concat(request.Headers.Select(header => header + "\r\n"));
        string head = Request(request.Request.Replace(Host, ""), $"{headers}Content-Length: {body.Length}\r\n");
        return [.. Encoding.Latin1.GetBytes(head), .. body];
    }

    private static string Request(string line, string headers, string body = "") =>
        $"{line} HTTP/1.1\r\nHost: webkv\r\n{headers}\r\n{body}";
}
