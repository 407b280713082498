using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.BadGrpcCalls;
using static WebKv.Server.Tests.Doors.RestRow;

namespace WebKv.Server.Tests.Doors;

/// <summary>Requests on bit fields and on values as bytes that ask for what there is not, by door.</summary>
internal static class BadValueRequests
{
    private const string Field = "/strings/k/bit-field";

    public static IReadOnlyList<BadRequestRow> Rest { get; } =
    [
        Post("field: nothing to do", Field, "{\"operations\":[]}",
            Invalid("operations: 'Operations' must not be empty.")),
        Post("field: null operation", Field, "{\"operations\":[null]}",
            Invalid("operations[0]: 'Operations' must not be empty.")),
        Post("field: unknown operation", Field, Step("\"op\":\"add\",\"type\":\"u8\",\"offset\":0"),
            Invalid("operations[0].op: must be one of: get, set, increment.")),
        Post("field: type too wide", Field, Step("\"op\":\"get\",\"type\":\"u64\",\"offset\":0"),
            Invalid("operations[0].type: must be i1 to i64 or u1 to u63.")),
        Post("field: set without a value", Field, Step("\"op\":\"set\",\"type\":\"u8\",\"offset\":0"),
            Invalid("operations[0].value: goes with set, which needs it.")),
        Post("field: read with an increment", Field,
            Step("\"op\":\"get\",\"type\":\"u8\",\"offset\":0,\"by\":1"),
            Invalid("operations[0].by: goes with increment, which needs it.")),
        Post("field: read that overflows", Field,
            Step("\"op\":\"get\",\"type\":\"u8\",\"offset\":0,\"overflow\":\"fail\""),
            Invalid("operations[0].overflow: goes with set and increment.")),
        Post("field: negative offset", Field, Step("\"op\":\"get\",\"type\":\"u8\",\"offset\":-1"),
            Invalid("operations[0].offset: 'Offset' must be between 0 and 4294967295. You entered -1.")),
        Get("dump: of nothing", "/v1/keys/nothing/dump", Refused("404 Not Found", "KEY_NOT_FOUND", "no such key")),
        Send("restore: no dump", "PUT /v1/keys/k/restore", "", "v",
            Invalid("DUMP payload version or checksum are wrong")),
        Send("restore: ttl of 0", "PUT /v1/keys/k/restore?ttlMs=0", "", "v",
            Invalid("ttlMs: must be an integer from 1 to 9223372036854775807.")),
    ];

    public static IReadOnlyList<BadRequestRow> Resp { get; } =
    [
        Line("field: type too wide", "BITFIELD k GET u64 0",
            "Invalid bitfield type. Use something like i16 u8. Note that u64 is not supported but i64 is."),
        Line("field: offset beyond int64", "BITFIELD k GET u8 #9223372036854775807",
            "bit offset is not an integer or out of range"),
        Line("field: unknown overflow", "BITFIELD k OVERFLOW MAYBE INCRBY u8 0 1", "Invalid OVERFLOW type specified"),
        Line("field: write by a read", "BITFIELD_RO k SET u8 0 1", "BITFIELD_RO only supports the GET subcommand"),
        Line("restore: no dump", "RESTORE k 0 v", "DUMP payload version or checksum are wrong"),
        Line("restore: negative ttl", "RESTORE k -1 v", "Invalid TTL value, must be >= 0"),
    ];

    public static IReadOnlyList<BadGrpcCall> Grpc { get; } =
    [
        Run("field: nothing to do", new RunBitFieldRequest(), "operations: must hold at least one operation"),
        Run("field: no bits", Of(new BitFieldOperation()),
            "operations[0].bits: must be 1 to 64 with a sign, 1 to 63 without"),
        Run("field: bits of int32 min", Of(new() { Bits = int.MinValue }),
            "operations[0].bits: must be 1 to 64 with a sign, 1 to 63 without"),
        Run("field: negative offset", Of(new() { Bits = 1, Offset = -1 }),
            "operations[0].offset: must be from 0 to 4294967295"),
        Run("field: unknown overflow", Of(new() { Bits = 1, Overflow = (BitFieldOverflow)9 }),
            "operations[0].overflow: is no overflow of this version"),
        Restore("restore: no dump", new RestoreKeyRequest { Payload = ByteString.CopyFromUtf8("v") },
            "DUMP payload version or checksum are wrong"),
        Restore("restore: ttl below a millisecond", new RestoreKeyRequest { Ttl = new Duration { Nanos = 1 } },
            "ttl: must be a millisecond or more"),
        Restore("restore: ttl beyond 64 bits", new RestoreKeyRequest { Ttl = new Duration { Seconds = long.MaxValue } },
            "ttl: is beyond the range of 64 bits of milliseconds"),
    ];

    private static string Step(string members) => $"{{\"operations\":[{{{members}}}]}}";

    private static RunBitFieldRequest Of(BitFieldOperation operation) => new() { Operations = { operation } };

    private static BadGrpcCall Run(string name, IMessage request, string message) =>
        Invalid(name, "webkv.v1.StringService/RunBitField", Frame(request), message);

    private static BadGrpcCall Restore(string name, IMessage request, string message) =>
        Invalid(name, "webkv.v1.KeyService/RestoreKey", Frame(request), message);

    private static BadRequestRow Line(string name, string line, string error) =>
        new(name, line + "\r\n", $"-ERR {error}") { IsCutOff = true };
}
