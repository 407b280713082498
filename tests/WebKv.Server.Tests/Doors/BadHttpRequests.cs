using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>Bodies that are too large or end too soon, and what is no HTTP.</summary>
internal static class BadHttpRequests
{
    // 16 MiB and one byte.
    private static readonly string LargeChunk = $"1000001\r\n\"{new string('x', 16 * 1024 * 1024)}\r\n0\r\n\r\n";

    public static IReadOnlyList<BadRequestRow> All { get; } =
    [
        Announced("body too large by its length", "PUT /v1/strings/k", "", "536870913",
            TooLarge("the body has 536870913 bytes, the limit is 536870912")),
        Announced("JSON too large by its length", "POST /v1/commands", Json, "16777217",
            TooLarge("the body has 16777217 bytes, the limit is 16777216")),
        Announced("JSON value too large by its length", "PUT /v1/strings/k", Json, "16777217",
            TooLarge("the body has 16777217 bytes, the limit is 16777216")),
        Chunked("JSON too large in chunks", "POST /v1/commands", Json, LargeChunk,
            TooLarge("the body is larger than the limit of 16777216 bytes")),
        Chunked("JSON value too large in chunks", "PUT /v1/strings/k", Json, LargeChunk,
            TooLarge("the body is larger than the limit of 16777216 bytes")),
        Announced("length is negative", "PUT /v1/strings/k", "", "-1", Bare("400 Bad Request")),
        Announced("length is no number", "PUT /v1/strings/k", "", "x", Bare("400 Bad Request")),
        Chunked("bad chunk size", "PUT /v1/strings/k", "", "xyz\r\n", Invalid("Bad chunk size data.")),
        Chunked("chunk longer than it says", "PUT /v1/strings/k", "", "2\r\nabc\r\n0\r\n\r\n",
            Invalid("Bad chunk suffix.")),
        Chunked("huge chunk size", "PUT /v1/strings/k", "", "FFFFFFFFFFFFFFFF\r\n",
            Invalid("the body cannot be read: Bad chunk size data.")),
        Chunked("trailer that is no text", "PUT /v1/strings/k", "", "1\r\nv\r\n0\r\nT: \xFF\xFE\r\n\r\n", []),
        Chunked("trailer without a colon", "PUT /v1/strings/k", "", "1\r\nv\r\n0\r\nT\r\n\r\n",
            Invalid("Invalid request header: ''")),
        Chunked("chunks cut off", "PUT /v1/strings/k", "", "5\r\nab", []) with { IsCutOff = true },
        Announced("body cut off", "PUT /v1/strings/k", "", "100000", []) with { IsCutOff = true },
        new("target without a path", "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", NoOperation),
        new("target of a host alone", "GET http://x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", NoOperation),
        new("target of a host and a query", "GET http://x?a=b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            NoOperation),
        new("CONNECT", "CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\nConnection: close\r\n\r\n", NoOperation),
        new("headers cut off", "GET /v1/strings/k HTTP/1.1\r\nHost: x\r\n") { IsCutOff = true },
        new("request line too long", $"GET /v1/strings/{new string('k', 40_000)} HTTP/1.1\r\nHost: x\r\n\r\n",
            Bare("414 URI Too Long")),
        new("header without a colon", "GET / HTTP/1.1\r\nHost x\r\n\r\n", Bare("400 Bad Request")),
        new("no host", "GET / HTTP/1.1\r\n\r\n", Bare("400 Bad Request")),
        new("unknown version", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", Bare("505 HTTP Version Not Supported")),
        new("no HTTP", "nonsense\r\n\r\n", Bare("400 Bad Request")),
        new("RESP", "*1\r\n$4\r\nPING\r\n", Bare("400 Bad Request")),
        new("NUL in the line", "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", Bare("400 Bad Request")),
        new("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") { IsCutOff = true },
    ];

    private static BadRequestRow Announced(
        string name, string line, string headers, string length, string[] expected) =>
        new(name, $"{Head(line, headers)}Content-Length: {length}\r\n\r\n", expected);

    private static BadRequestRow Chunked(
        string name, string line, string headers, string chunks, string[] expected) =>
        new(name, $"{Head(line, headers)}Transfer-Encoding: chunked\r\n\r\n{chunks}", expected);

    private static string Head(string line, string headers) =>
        $"{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}";
}
