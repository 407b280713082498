using Google.Protobuf;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>What asks lists for what they do not have, on each door.</summary>
internal static class BadListInput
{
    private const string Service = "webkv.v1.ListService/";

    public static IReadOnlyList<BadRequestRow> Rest { get; } =
    [
        Post("push of nothing", "/lists/k/push", "{\"values\":[]}", Invalid("values: 'Values' must not be empty.")),
        Post("push of null", "/lists/k/push", "{\"values\":[null]}", Invalid("values: has a null element.")),
        Post("push of too many", "/lists/k/push",
            "{\"values\":[" + string.Join(',', Enumerable.Repeat("\"v\"", 10_001)) + "]}",
            Invalid("values: has more than 10000 elements.")),
        Post("push at no side", "/lists/k/push", "{\"side\":\"top\",\"values\":[\"a\"]}",
            Invalid("side: must be one of: left, right.")),
        Post("pop of 0", "/lists/k/pop", "{\"count\":0}", Invalid("count: must be at least 1.")),
        Post("pop of int64 min", "/lists/k/pop", "{\"count\":-9223372036854775808}",
            Invalid("count: must be at least 1.")),
        Post("pop of more than int64", "/lists/k/pop", "{\"count\":9223372036854775808}",
            Malformed("$.count (line 1, byte 29): a value of another type is expected")),
        Post("pop without keys", "/lists:pop", "{}", Invalid("keys: 'Keys' must not be empty.")),
        Post("move without sides", "/lists:move", "{\"source\":\"a\",\"destination\":\"b\"}",
            Invalid("from: 'From' must not be empty.")),
        Post("insert without a place", "/lists/k/insert", "{\"pivot\":\"a\",\"value\":\"b\"}",
            Invalid("before: 'Before' must not be empty.")),
        Post("trim to nothing told", "/lists/k/trim", "{}", Invalid("start: 'Start' must not be empty.")),
        Post("remove of nothing told", "/lists/k/remove", "{}", Invalid("value: 'Value' must not be empty.")),
        Post("wait below 0", "/lists/k/pop", "{\"waitMs\":-1}",
            Invalid("waitMs: 'Wait Ms' must be between 0 and 60000. You entered -1.")),
        Post("wait of more than a minute", "/lists/k/pop", "{\"waitMs\":60001}",
            Invalid("waitMs: 'Wait Ms' must be between 0 and 60000. You entered 60001.")),
        Get("index that is no number", "/v1/lists/k/items/first",
            Invalid("path: its segment 5 must be an integer.")),
        Get("index beyond int64", "/v1/lists/k/items/-9223372036854775809",
            Invalid("path: its segment 5 must be an integer.")),
        Get("start that is no number", "/v1/lists/k/items?start=a", Invalid("start: must be an integer.")),
        Get("page of 0", "/v1/lists/k/items?limit=0", Invalid("limit: must be an integer from 1 to 1000.")),
        Get("page too long", "/v1/lists/k/items?limit=1001", Invalid("limit: must be an integer from 1 to 1000.")),
        Get("positions of nothing", "/v1/lists/k/positions", Invalid("value: must be given.")),
        Get("rank of 0", "/v1/lists/k/positions?value=a&rank=0",
            Invalid("rank: must not be 0: 1 is the first match, -1 the last.")),
        Get("rank of int64 min", "/v1/lists/k/positions?value=a&rank=-9223372036854775808",
            Invalid("rank: must be an integer from -9223372036854775807 to 9223372036854775807.")),
        Get("negative count of positions", "/v1/lists/k/positions?value=a&count=-1",
            Invalid("count: must be an integer from 0 to 9223372036854775807.")),
    ];

    public static IReadOnlyList<BadGrpcCall> Grpc { get; } =
    [
        Call("push of nothing", "PushList", new PushListRequest(), "values: must hold at least one value"),
        Call("push that keeps nothing", "PushList",
            new PushListRequest { Values = { ByteString.Empty }, TrimTo = 0 }, "trim_to: must be at least 1"),
        Call("pop without keys", "PopList", new PopListRequest(), "keys: must hold at least one key"),
        Call("pop of a negative count", "PopList",
            new PopListRequest { Keys = { ByteString.Empty }, Count = long.MinValue }, "count: must be at least 1"),
        Call("pop at no side", "PopList", new PopListRequest { Keys = { ByteString.Empty }, Side = (ListSide)3 },
            "side: is no side of this version"),
        Call("move without sides", "MoveListItem", new MoveListItemRequest { To = ListSide.Left },
            "from: must be left or right"),
        Call("rank of 0", "FindListPositions", new FindListPositionsRequest { Rank = 0 },
            "rank: must not be 0, nor the smallest integer"),
        Call("rank of int64 min", "FindListPositions", new FindListPositionsRequest { Rank = long.MinValue },
            "rank: must not be 0, nor the smallest integer"),
        Call("negative count of positions", "FindListPositions", new FindListPositionsRequest { Count = -1 },
            "count: must not be negative"),
        Call("negative number of comparisons", "FindListPositions", new FindListPositionsRequest { MaxLength = -1 },
            "max_length: must not be negative"),
    ];

    public static IReadOnlyList<BadRequestRow> Resp { get; } =
    [
        Line("pop of a negative count", "LPOP k -9223372036854775808", "value is out of range, must be positive"),
        Line("pop of more than int64", "RPOP k 9223372036854775808", "value is out of range, must be positive"),
        Line("keys beyond int32", "LMPOP 9223372036854775807 k LEFT", "syntax error"),
        Line("no keys at all", "LMPOP 0 k LEFT", "numkeys should be greater than 0"),
        Line("index that is no number", "LINDEX k first", "value is not an integer or out of range"),
        Line("move to no side", "LMOVE a b LEFT TOP", "syntax error"),
        Line("rank of int64 min", "LPOS k a RANK -9223372036854775808",
            "value is out of range, value must between -9223372036854775807 and 9223372036854775807"),
    ];

    private static BadGrpcCall Call(string name, string method, IMessage request, string message) =>
        BadGrpcCalls.Invalid(name, Service + method, BadGrpcCalls.Frame(request), message);

    private static BadRequestRow Line(string name, string line, string error) =>
        new(name, line + "\r\n", $"-ERR {error}") { IsCutOff = true };
}
