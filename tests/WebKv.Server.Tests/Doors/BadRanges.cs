namespace WebKv.Server.Tests.Doors;

/// <summary>Range and If-Range that are malformed or fit nothing, on a string of "0123456789". A header that is not
/// understood is as good as none.</summary>
internal static class BadRanges
{
    public static IReadOnlyList<BadRequestRow> All { get; } =
    [
        Whole("range of no unit", "Range: 0-1\r\n"),
        Whole("range of another unit", "Range: items=0-1\r\n"),
        Whole("range of nothing", "Range: bytes=\r\n"),
        Whole("range without digits", "Range: bytes=-\r\n"),
        Whole("range of letters", "Range: bytes=a-b\r\n"),
        Whole("range backwards", "Range: bytes=5-2\r\n"),
        Whole("range with signs", "Range: bytes=+1-+2\r\n"),
        Whole("range with spaces", "Range: bytes= 1 - 2\r\n"),
        Whole("range that begins before 0", "Range: bytes=--1\r\n"),
        Whole("two ranges", "Range: bytes=0-1,3-4\r\n"),
        Whole("range twice", "Range: bytes=0-1\r\nRange: bytes=3-4\r\n"),
        Outside("range of the last 0", "Range: bytes=-0\r\n"),
        Outside("range behind the end", "Range: bytes=10-\r\n"),
        Outside("range beyond int64", "Range: bytes=99999999999999999999-\r\n"),
        Part("end of range beyond int64", "Range: bytes=8-99999999999999999999\r\n", "8-9", "89"),
        Part("suffix beyond int64", "Range: bytes=-99999999999999999999\r\n", "0-9", "0123456789"),
        Whole("If-Range of nobody", "Range: bytes=0-1\r\nIf-Range: \"nope\"\r\n"),
        Whole("If-Range that is no tag", "Range: bytes=0-1\r\nIf-Range: ,,;\r\n"),
        Whole("If-Range that is weak", "Range: bytes=0-1\r\nIf-Range: W/\"1.r\"\r\n"),
        Whole("If-Range of a date", "Range: bytes=0-1\r\nIf-Range: Wed, 21 Oct 2015 07:28:00 GMT\r\n"),
        Whole("If-Range of any", "Range: bytes=0-1\r\nIf-Range: *\r\n"),
        Whole("If-Range twice", "Range: bytes=0-1\r\nIf-Range: \"1.r\"\r\nIf-Range: \"2.r\"\r\n"),
        Whole("If-Range without Range", "If-Range: \"nope\"\r\n"),
    ];

    private static BadRequestRow Whole(string name, string headers) =>
        Row(name, headers, "HTTP/1.1 200 OK\r\n", "\r\n\r\n0123456789HTTP/1.1 204 No Content\r\n");

    private static BadRequestRow Part(string name, string headers, string range, string part) => Row(
        name, headers, "HTTP/1.1 206 Partial Content\r\n", $"Content-Range: bytes {range}/10\r\n",
        $"\r\n\r\n{part}HTTP/1.1 204 No Content\r\n");

    private static BadRequestRow Outside(string name, string headers) => Row(
        name, headers, "HTTP/1.1 416 Range Not Satisfiable\r\n", "Content-Range: bytes */10\r\n",
        "\"detail\":\"the value has 10 bytes\"", "\"code\":\"RANGE_NOT_SATISFIABLE\"",
        "HTTP/1.1 204 No Content\r\n");

    // On one connection: write it, read it, delete it.
    private static BadRequestRow Row(string name, string headers, params string[] expected) => new(
        name,
        "PUT /v1/strings/alive HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n0123456789"
            + $"GET /v1/strings/alive HTTP/1.1\r\nHost: x\r\n{headers}\r\n"
            + "DELETE /v1/strings/alive HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        ["HTTP/1.1 201 Created\r\n", .. expected]);
}
