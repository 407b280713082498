using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>Requests on sets that ask for what there is not, by door.</summary>
internal static class BadSetRequests
{
    public static IReadOnlyList<BadRequestRow> Rest { get; } =
    [
        Post("set: no members", "/sets/k/add", "{\"members\":[]}", Invalid("members: 'Members' must not be empty.")),
        Post("set: null member", "/sets/k/add", "{\"members\":[null]}", Invalid("members: has a null element.")),
        Post("set: too many members", "/sets/k/remove",
            "{\"members\":[" + string.Join(',', Enumerable.Repeat("\"m\"", 10_001)) + "]}",
            Invalid("members: has more than 10000 elements.")),
        Post("set: pop of 0", "/sets/k/pop", "{\"count\":0}",
            Invalid("count: 'Count' must be between 1 and 1000. You entered 0.")),
        Post("set: pop of int64 min", "/sets/k/pop", "{\"count\":-9223372036854775808}",
            Invalid("count: 'Count' must be between 1 and 1000. You entered -9223372036854775808.")),
        Post("set: pop with a wait", "/sets/k/pop", "{\"waitMs\":1}",
            Malformed("$.waitMs (line 1, byte 11): there is no member waitMs")),
        Get("set: random of int64 min", "/v1/sets/k/random?count=-9223372036854775808",
            Invalid("count: must be an integer from -9223372036854775807 to 9223372036854775807.")),
        Get("set: limit of 0", "/v1/sets/k/members?limit=0", Invalid("limit: must be an integer from 1 to 1000.")),
        Get("set: cursor of nobody", "/v1/sets/k/members?cursor=nope",
            Refused("400 Bad Request", "INVALID_CURSOR", "invalid cursor")),
        Get("set: all of what matches", "/v1/sets/k/members?all=true&match=*",
            Invalid("all: does not go with match.")),
        Post("set: unknown combination", "/sets:combine", "{\"op\":\"xor\",\"keys\":[\"a\"]}",
            Invalid("op: must be one of: union, intersection, difference.")),
        Post("set: combination of nothing", "/sets:combine", "{\"op\":\"union\",\"keys\":[]}",
            Invalid("keys: 'Keys' must not be empty.")),
        Post("set: stored and counted", "/sets:combine",
            "{\"op\":\"union\",\"keys\":[\"a\"],\"storeInto\":\"b\",\"countOnly\":true}",
            Invalid("$: only one of storeInto and countOnly may be given.")),
        Post("set: negative limit", "/sets:combine",
            "{\"op\":\"union\",\"keys\":[\"a\"],\"countOnly\":true,\"limit\":-1}",
            Invalid("limit: 'Limit' must be greater than or equal to '0'.")),
        Post("set: move of nothing", "/sets:move", "{\"source\":\"a\",\"destination\":\"b\"}",
            Invalid("member: 'Member' must not be empty.")),
    ];

    public static IReadOnlyList<BadRequestRow> Resp { get; } =
    [
        Line("set: SPOP of int64 min", "SPOP k -9223372036854775808", "value is out of range, must be positive"),
        Line("set: SRANDMEMBER of int64 min", "SRANDMEMBER k -9223372036854775808",
            "value is out of range, value must between -9223372036854775807 and 9223372036854775807"),
        Line("set: SRANDMEMBER beyond int64", "SRANDMEMBER k 9223372036854775808",
            "value is not an integer or out of range"),
        Line("set: SINTERCARD of int64 max keys", "SINTERCARD 9223372036854775807 k",
            "Number of keys can't be greater than number of args"),
        Line("set: SSCAN count of 0", "SSCAN k 0 COUNT 0", "syntax error"),
        Line("set: SSCAN cursor beyond uint64", "SSCAN k 18446744073709551616", "invalid cursor"),
    ];

    private static BadRequestRow Line(string name, string line, string error) =>
        new(name, line + "\r\n", $"-ERR {error}") { IsCutOff = true };
}
