using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>URLs and headers that say what an operation cannot do.</summary>
internal static class BadUrls
{
    public static IReadOnlyList<BadRequestRow> All { get; } =
    [
        // URLs
        Get("% without digits", "/v1/strings/a%", Invalid("path: the name has a % that begins no escape.")),
        Get("% with other letters", "/v1/strings/a%zz", Invalid("path: the name has a % that begins no escape.")),
        Get("NUL in the path", "/v1/strings/a%00b", Bare("400 Bad Request")),
        Get("name .", "/v1/strings/%2E", NoOperation),
        Get("name ..", "/v1/strings/%2E%2E", NoOperation),
        Get("empty name", "/v1/strings/", NoOperation),
        Get("name too long", "/v1/strings/" + new string('k', 9000),
            Invalid("path: a name in a URL has at most 8192 bytes; longer ones go into a body.")),
        Get("bad base64url", "/v1/strings/!?enc=base64url", Invalid("path: the name is not base64url.")),
        Get("unknown encoding of names", "/v1/strings/k?enc=hex", Invalid("enc: must be base64url.")),
        Get("db out of range", "/v1/strings/k?db=16", Invalid("db: must be 0 to 15.")),
        Get("db is negative", "/v1/strings/k?db=-1", Invalid("db: must be 0 to 15.")),
        Get("db is no number", "/v1/strings/k?db=one", Invalid("db: must be an integer.")),
        Get("unknown parameter", "/v1/strings/k?ttl=1",
            Invalid("ttl: is not a parameter of this operation, or comes twice.")),
        Get("parameter twice", "/v1/strings/k?db=1&db=2",
            Invalid("db: is not a parameter of this operation, or comes twice.")),
        Get("limit of 0", "/v1/keys?limit=0", Invalid("limit: must be an integer from 1 to 1000.")),
        Get("limit too high", "/v1/keys?limit=1001", Invalid("limit: must be an integer from 1 to 1000.")),
        Get("cursor of nobody", "/v1/keys?cursor=nope", Refused("400 Bad Request", "INVALID_CURSOR", "invalid cursor")),
        Get("unknown type", "/v1/keys?type=nope",
            Invalid("type: must be one of: string, list, set, zset, hash, stream.")),
        Get("bit offset is negative", "/v1/strings/k/bits/-1",
            Invalid("path: its segment 5 must be an integer from 0.")),
        Get("bit offset beyond int64", "/v1/strings/k/bits/99999999999999999999",
            Invalid("path: its segment 5 must be an integer from 0.")),
        Get("unknown path", "/v1/nope", NoOperation),
        Send("unknown method of a path", "PATCH /v1/strings/k", "", "",
            Refused("405 Method Not Allowed", "METHOD_NOT_ALLOWED", "the methods of this path are: DELETE, GET, "
                + "HEAD, PUT")),
        Send("ttl of 0", "PUT /v1/strings/k?ttlMs=0", "", "v", Invalid("invalid expire time in 'set' command")),
        Send("ttl of int64 min", "PUT /v1/strings/k?ttlMs=-9223372036854775808", "", "v",
            Invalid("invalid expire time in 'set' command")),
        Send("ttl of int64 max", "PUT /v1/strings/k?ttlMs=9223372036854775807", "", "v",
            Invalid("invalid expire time in 'set' command")),
        Send("bad time", "PUT /v1/strings/k?expireAt=tomorrow", "", "v",
            Invalid("expireAt: must be a time as in 2030-01-31T12:00:00Z.")),
        Send("two expiries", "PUT /v1/strings/k?ttlMs=1&keepTtl=true", "", "v",
            Invalid("ttlMs: only one of ttlMs, expireAt and keepTtl may be given.")),
        Send("negative offset", "PUT /v1/strings/k/range?offset=-1", "", "v",
            Invalid("offset: must be an integer from 0 to 9223372036854775807.")),
        Send("offset beyond 512 MiB", "PUT /v1/strings/k/range?offset=9223372036854775807", "", "v",
            TooLarge("string exceeds maximum allowed size (proto-max-bulk-len)")),
        // Headers
        Send("tag of nobody", "PUT /v1/strings/k", "If-Match: \"nope\"\r\n", "v", PreconditionFailed),
        Send("no tag at all", "PUT /v1/strings/k", "If-Match: ,,;\r\n", "v", PreconditionFailed),
        Send("nothing acceptable", "GET /v1/strings/k", "Accept: image/png\r\n", "",
            Refused("406 Not Acceptable", "NOT_ACCEPTABLE", "a value can be had as application/octet-stream, "
                + "application/json or text/plain")),
        Send("bad range of a missing string", "GET /v1/strings/k", "Range: bytes=9-1\r\n", "",
            Refused("404 Not Found", "KEY_NOT_FOUND", "no such key")),
    ];
}
