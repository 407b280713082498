using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>What the REST operations on hashes cannot do.</summary>
internal static class BadHashRequests
{
    private const string Overflow = """{"by":9223372036854775808}""";

    public static IReadOnlyList<BadRequestRow> All { get; } =
    [
        Patch("nothing to patch", "{}", Invalid("$: set and remove must not both be empty.")),
        Patch("field without a value", """{"set":[{"field":"a"}]}""",
            Invalid("set[0].value: 'Value' must not be empty.")),
        Patch("null field", """{"set":[null]}""", Invalid("set[0]: 'Set' must not be empty.")),
        Patch("null name", """{"remove":[null]}""", Invalid("remove[0]: 'Remove' must not be empty.")),
        Patch("unknown condition", """{"set":[{"field":"a","value":""}],"condition":"new"}""",
            Invalid("condition: must be one of: allAbsent, allPresent.")),
        Patch("condition without fields", """{"remove":["a"],"condition":"allAbsent"}""",
            Invalid("condition: goes with set.")),
        Patch("too many fields", $"{{\"remove\":[{string.Join(',', Enumerable.Repeat("\"a\"", 20_000))}]}}",
            Refused("400 Bad Request", "INVALID_ARGUMENT", "remove: has more than 10000 elements.")),
        Post("no fields to get", "/hashes/h/get", """{"fields":[]}""",
            Invalid("fields: 'Fields' must not be empty.")),
        Post("two things to do", "/hashes/h/get", """{"fields":["a"],"delete":true,"ttlMs":1}""",
            Invalid("$: only one of delete, ttlMs, expireAt and persist may be given.")),
        Post("ttl of 0 to get", "/hashes/h/get", """{"fields":["a"],"ttlMs":0}""",
            Invalid("invalid expire time in 'hgetex' command")),
        Post("increment beyond int64", "/hashes/h/fields/a/increment", Overflow,
            Malformed("$.by (line 1, byte 26): a value of another type is expected")),
        Post("increment that is no number", "/hashes/h/fields/a/increment", """{"byFloat":"nan"}""",
            Invalid("byFloat: must be a number.")),
        Get("count is no number", "/v1/hashes/h/random?count=many", Invalid("count: must be an integer.")),
        Get("count of int64 min", "/v1/hashes/h/random?count=-9223372036854775808",
            Invalid("value is out of range, value must between -9223372036854775807 and 9223372036854775807")),
        Get("limit too high for fields", "/v1/hashes/h/fields?limit=1001",
            Invalid("limit: must be an integer from 1 to 1000.")),
        Get("cursor of another hash", "/v1/hashes/h/fields?cursor=nope",
            Refused("400 Bad Request", "INVALID_CURSOR", "invalid cursor")),
        Get("field too long", "/v1/hashes/h/fields/" + new string('f', 9000),
            Invalid("path: a name in a URL has at most 8192 bytes; longer ones go into a body.")),
        Get("field of a missing hash", "/v1/hashes/none/fields/a",
            Refused("404 Not Found", "KEY_NOT_FOUND", "no such key")),
        Send("ttl of int64 max for a field", "PUT /v1/hashes/h/fields/a?ttlMs=9223372036854775807", "", "v",
            Invalid("invalid expire time in 'hsetex' command")),
        Send("unknown condition of a field", "PUT /v1/hashes/h/fields/a?condition=new", "", "v",
            Invalid("condition: must be one of: absent, present.")),
        Send("ttl that is negative", "PUT /v1/hashes/h/fields/a/ttl", Json, """{"ttlMs":-1}""",
            Invalid("invalid expire time, must be >= 0")),
    ];

    private static BadRequestRow Patch(string name, string json, string[] expected) =>
        Send(name, "PATCH /v1/hashes/h", Json, json, expected);
}
