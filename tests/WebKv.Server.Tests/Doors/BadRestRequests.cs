namespace WebKv.Server.Tests.Doors;

/// <summary>What is not HTTP, or asks for what the REST door does not have.</summary>
internal static class BadRestRequests
{
    private const string Json = "Content-Type: application/json\r\n";
    private const string Invalid = "\"code\":\"INVALID_ARGUMENT\"";
    private const string Malformed = "\"code\":\"MALFORMED_JSON\"";

    public static IReadOnlyList<BadRequestRow> All { get; } =
    [
        // JSON
        Post("wrong type of a member", "/strings/k/increment", "{\"by\":true}", "400", Malformed, "$.by"),
        Post("number for text", "/strings:batchGet", "{\"keys\":[1]}", "400", Malformed),
        Post("unknown member", "/strings/k/increment", "{\"by\":1,\"nope\":2}", "400", Malformed, "nope"),
        Post("text where an object belongs", "/commands", "\"PING\"", "400", Malformed),
        Post("null body", "/commands", "null", "400", Malformed),
        Post("empty body", "/commands", "", "400", Malformed),
        Post("cut-off JSON", "/commands", "{\"command\":[\"PI", "400", Malformed),
        Post("text after the JSON", "/commands", "{\"command\":[\"PING\"]}x", "400", Malformed),
        Post("invalid UTF-8", "/commands", "{\"command\":[\"\xFF\xFE\"]}", "400", "byte 14", Malformed),
        Send("invalid UTF-8 in an envelope", "PUT /v1/strings/k", Json, "{\n\"value\":\"a\xC3(\"}", "400",
            "line 2, byte 11", Malformed),
        Post("bad base64", "/strings:batchGet", "{\"keys\":[{\"base64\":\"!\"}]}", "400", Malformed),
        Post("base64 with another member", "/strings:batchGet", "{\"keys\":[{\"base64\":\"\",\"x\":1}]}", "400",
            Malformed),
        Post("deep nesting", "/commands", "{\"command\":" + new string('[', 10_000), "400", Malformed),
        Post("null key", "/strings:batchGet", "{\"keys\":[null]}", "400", Invalid),
        Post("no keys", "/strings:batchGet", "{\"keys\":[]}", "400", Invalid),
        Post("empty command", "/commands", "{\"command\":[]}", "400", Invalid),
        Post("neither of two members", "/strings/k/increment", "{}", "400", Invalid),
        Post("both of two members", "/strings/k/increment", "{\"by\":1,\"byFloat\":1}", "400", Invalid),
        Post("integer beyond int64", "/strings/k/increment", "{\"by\":9223372036854775808}", "400", Malformed),
        Post("empty precondition", "/transactions", "{\"preconditions\":[{}],\"commands\":[[\"PING\"]]}", "400",
            Invalid),
        Post("unknown bit operation", "/strings:bitOp", "{\"op\":\"nand\",\"keys\":[\"a\"],\"storeInto\":\"b\"}",
            "400", Invalid),
        Send("bit of 2", "PUT /v1/strings/k/bits/0", Json, "{\"bit\":2}", "400", Invalid),
        Send("other content type", "POST /v1/commands", "Content-Type: text/xml\r\n", "<x/>", "415",
            "\"code\":\"UNSUPPORTED_MEDIA_TYPE\""),
        // URLs
        Get("% without digits", "/v1/strings/a%", "400"),
        Get("% with other letters", "/v1/strings/a%zz", "400"),
        Get("NUL in the path", "/v1/strings/a%00b", "400"),
        Get("name .", "/v1/strings/%2E", "40"),
        Get("name ..", "/v1/strings/%2E%2E", "40"),
        Get("empty name", "/v1/strings/", "40"),
        Get("name too long", "/v1/strings/" + new string('k', 9000), "400", Invalid),
        Get("bad base64url", "/v1/strings/!?enc=base64url", "400", Invalid),
        Get("unknown encoding of names", "/v1/strings/k?enc=hex", "400", Invalid),
        Get("db out of range", "/v1/strings/k?db=16", "400", Invalid),
        Get("db is negative", "/v1/strings/k?db=-1", "400", Invalid),
        Get("db is no number", "/v1/strings/k?db=one", "400", Invalid),
        Get("unknown parameter", "/v1/strings/k?ttl=1", "400", Invalid, "ttl"),
        Get("parameter twice", "/v1/strings/k?db=1&db=2", "400", Invalid),
        Get("limit of 0", "/v1/keys?limit=0", "400", Invalid),
        Get("limit too high", "/v1/keys?limit=1001", "400", Invalid),
        Get("cursor of nobody", "/v1/keys?cursor=nope", "400", "\"code\":\"INVALID_CURSOR\""),
        Get("unknown type", "/v1/keys?type=nope", "400", Invalid),
        Get("bit offset is negative", "/v1/strings/k/bits/-1", "400", Invalid),
        Get("bit offset beyond int64", "/v1/strings/k/bits/99999999999999999999", "400", Invalid),
        Get("unknown path", "/v1/nope", "404", "\"code\":\"NOT_FOUND\""),
        Send("unknown method of a path", "PATCH /v1/strings/k", "", "", "405", "\"code\":\"METHOD_NOT_ALLOWED\""),
        Send("ttl of 0", "PUT /v1/strings/k?ttlMs=0", "", "v", "400", Invalid),
        Send("ttl of int64 min", "PUT /v1/strings/k?ttlMs=-9223372036854775808", "", "v", "400", Invalid),
        Send("ttl of int64 max", "PUT /v1/strings/k?ttlMs=9223372036854775807", "", "v", "400", Invalid),
        Send("bad time", "PUT /v1/strings/k?expireAt=tomorrow", "", "v", "400", Invalid),
        Send("two expiries", "PUT /v1/strings/k?ttlMs=1&keepTtl=true", "", "v", "400", Invalid),
        Send("negative offset", "PUT /v1/strings/k/range?offset=-1", "", "v", "400", Invalid),
        Send("offset beyond 512 MiB", "PUT /v1/strings/k/range?offset=9223372036854775807", "", "v", "4"),
        // Headers
        Send("tag of nobody", "PUT /v1/strings/k", "If-Match: \"nope\"\r\n", "v", "412",
            "\"code\":\"PRECONDITION_FAILED\""),
        Send("no tag at all", "PUT /v1/strings/k", "If-Match: ,,;\r\n", "v", "412", "\"code\":\"PRECONDITION_FAILED\""),
        Send("nothing acceptable", "GET /v1/strings/k", "Accept: image/png\r\n", "", "406",
            "\"code\":\"NOT_ACCEPTABLE\""),
        Send("bad range of a missing string", "GET /v1/strings/k", "Range: bytes=9-1\r\n", "", "404"),
        // Bodies and HTTP itself
        new("body too large by its length", "PUT /v1/strings/k HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + "Content-Length: 536870913\r\n\r\n", "HTTP/1.1 413", "limit is 536870912",
                "\"code\":\"PAYLOAD_TOO_LARGE\""),
        new("length is negative", "PUT /v1/strings/k HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "HTTP/1.1 400"),
        new("length is no number", "PUT /v1/strings/k HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
            "HTTP/1.1 400"),
        new("bad chunk size", Chunked("xyz\r\n"), "HTTP/1.1 400"),
        new("chunk longer than it says", Chunked("2\r\nabc\r\n0\r\n\r\n"), "HTTP/1.1 400"),
        new("huge chunk size", Chunked("FFFFFFFFFFFFFFFF\r\n"), "HTTP/1.1 400"),
        new("chunks cut off", Chunked("5\r\nab")) { IsCutOff = true },
        new("body cut off", "PUT /v1/strings/k HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\nabc")
            { IsCutOff = true },
        new("headers cut off", "GET /v1/strings/k HTTP/1.1\r\nHost: x\r\n") { IsCutOff = true },
        new("request line too long", $"GET /v1/strings/{new string('k', 40_000)} HTTP/1.1\r\nHost: x\r\n\r\n",
            "HTTP/1.1 414"),
        new("header without a colon", "GET / HTTP/1.1\r\nHost x\r\n\r\n", "HTTP/1.1 400"),
        new("no host", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 400"),
        new("unknown version", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "HTTP/1.1 505"),
        new("no HTTP", "nonsense\r\n\r\n", "HTTP/1.1 400"),
        new("RESP", "*1\r\n$4\r\nPING\r\n", "HTTP/1.1 400"),
        new("NUL in the line", "GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 400"),
        new("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") { IsCutOff = true },
    ];

    private static BadRequestRow Get(string name, string target, params string[] expected) =>
        Send(name, $"GET {target}", "", "", expected);

    private static BadRequestRow Post(string name, string path, string json, params string[] expected) =>
        Send(name, $"POST /v1{path}", Json, json, expected);

    private static BadRequestRow Send(string name, string line, string headers, string body,
        params string[] expected) =>
        new(name,
            $"{line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}",
            ["HTTP/1.1 " + expected[0], .. expected[1..]]);

    private static string Chunked(string chunks) =>
        $"PUT /v1/strings/k HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}";
}
