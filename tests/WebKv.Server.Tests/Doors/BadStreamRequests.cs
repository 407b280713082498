using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>Requests on streams that ask for what there is not, by door.</summary>
internal static class BadStreamRequests
{
    private const string BadId = "Invalid stream ID specified as stream command argument";
    private const string Group = "/streams/k/groups/g";

    public static IReadOnlyList<BadRequestRow> Rest { get; } =
    [
        Post("stream: no fields", "/streams/k/entries", "{\"fields\":[]}",
            Invalid("fields: 'Fields' must not be empty.")),
        Post("stream: field without a value", "/streams/k/entries", "{\"fields\":[{\"field\":\"f\"}]}",
            Invalid("fields[0].value: 'Value' must not be empty.")),
        Post("stream: too many fields", "/streams/k/entries",
            "{\"fields\":[" + string.Join(',', Enumerable.Repeat("{\"field\":\"f\",\"value\":\"v\"}", 10_001)) + "]}",
            Invalid("fields: has more than 10000 elements.")),
        Post("stream: id that is none", "/streams/k/entries",
            "{\"id\":\"nope\",\"fields\":[{\"field\":\"f\",\"value\":\"v\"}]}", Invalid(BadId)),
        Post("stream: id of zero", "/streams/k/entries",
            "{\"id\":\"0-0\",\"fields\":[{\"field\":\"f\",\"value\":\"v\"}]}",
            Invalid("The ID specified in XADD must be greater than 0-0")),
        Post("stream: two ways to trim", "/streams/k/trim", "{\"maxLen\":1,\"minId\":\"1\"}",
            Invalid("$: exactly one of maxLen and minId must be given.")),
        Post("stream: trim to int64 min", "/streams/k/trim", "{\"maxLen\":-9223372036854775808}",
            Invalid("maxLen: 'Max Len' must be greater than or equal to '0'.")),
        Post("stream: trim beyond int64", "/streams/k/trim", "{\"maxLen\":9223372036854775808}",
            Malformed("$.maxLen (line 1, byte 30): a value of another type is expected")),
        Post("stream: limit of an exact trim", "/streams/k/trim", "{\"maxLen\":1,\"limit\":1}",
            Invalid("limit: goes with approximate only.")),
        Get("stream: limit of 0", "/v1/streams/k/entries?limit=0",
            Invalid("limit: must be an integer from 1 to 1000.")),
        Get("stream: start that is no id", "/v1/streams/k/entries?start=nope", Invalid("start: " + BadId)),
        Get("stream: start behind the last id",
            "/v1/streams/k/entries?start=(18446744073709551615-18446744073709551615",
            Invalid("start: invalid start ID for the interval")),
        Get("stream: entry of no id", "/v1/streams/k/entries/nope", Invalid(BadId)),
        Post("stream: read nothing", "/streams:read", "{\"streams\":[]}",
            Invalid("streams: 'Streams' must not be empty.")),
        Post("stream: read with a wait below 0", "/streams:read",
            "{\"streams\":[{\"key\":\"k\",\"after\":\"$\"}],\"waitMs\":-1}",
            Invalid("waitMs: 'Wait Ms' must be between 0 and 60000. You entered -1.")),
        Post("stream: read of a group's kind", "/streams:read", "{\"streams\":[{\"key\":\"k\",\"after\":\">\"}]}",
            Invalid("The > ID can be specified only when calling XREADGROUP using the GROUP <group> <consumer> "
                + "option.")),
        Post("stream: count of int64 min", Group + "/read",
            "{\"consumer\":\"c\",\"count\":-9223372036854775808}",
            Invalid("count: 'Count' must be greater than or equal to '1'.")),
        Post("stream: nobody reads", Group + "/read", "{}", Invalid("consumer: 'Consumer' must not be empty.")),
        Post("stream: acknowledge null", Group + "/ack", "{\"ids\":[null]}", Invalid("ids: has a null element.")),
        Post("stream: claim with a negative count", Group + "/claim",
            "{\"consumer\":\"c\",\"ids\":[\"1\"],\"deliveries\":-1}",
            Invalid("deliveries: 'Deliveries' must be greater than or equal to '0'.")),
        Post("stream: auto-claim of too many", Group + "/auto-claim", "{\"consumer\":\"c\",\"count\":1001}",
            Invalid("count: 'Count' must be between 1 and 1000. You entered 1001.")),
        Get("stream: pending of no group", "/v1" + Group + "/pending",
            Refused("404 Not Found", "NO_GROUP", "No such key 'k' or consumer group 'g'")),
    ];

    public static IReadOnlyList<BadRequestRow> Resp { get; } =
    [
        Line("stream: MAXLEN of int64 min", "XADD k MAXLEN -9223372036854775808 * f v",
            "The MAXLEN argument must be >= 0."),
        Line("stream: MAXLEN beyond int64", "XADD k MAXLEN 9223372036854775808 * f v",
            "value is not an integer or out of range"),
        Line("stream: field without a value", "XADD k * f v g", "wrong number of arguments for 'xadd' command"),
        Line("stream: id beyond uint64", "XADD k 18446744073709551616-0 f v", BadId),
        Line("stream: COUNT beyond int64", "XRANGE k - + COUNT 9223372036854775808",
            "value is not an integer or out of range"),
        Line("stream: BLOCK of int64 min", "XREAD BLOCK -9223372036854775808 STREAMS k 0", "timeout is negative"),
        Line("stream: unbalanced", "XREAD STREAMS k k 0",
            "Unbalanced 'xread' list of streams: for each stream key an ID or '$' must be specified."),
        Line("stream: XAUTOCLAIM of int64 max", "XAUTOCLAIM k g c 0 0 COUNT 9223372036854775807",
            "COUNT must be > 0"),
        Line("stream: min-idle of text", "XCLAIM k g c soon 1-1", "Invalid min-idle-time argument for XCLAIM"),
    ];

    private static BadRequestRow Line(string name, string line, string error) =>
        new(name, line + "\r\n", $"-ERR {error}") { IsCutOff = true };
}
