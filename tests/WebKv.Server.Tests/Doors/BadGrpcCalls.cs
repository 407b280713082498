using Google.Protobuf;
using Grpc.Core;
using WebKv.V1;

namespace WebKv.Server.Tests.Doors;

/// <summary>What is not gRPC, or asks for what the gRPC door does not have.</summary>
internal static class BadGrpcCalls
{
    private const string GetString = "webkv.v1.StringService/GetString";
    private const string SetString = "webkv.v1.StringService/SetString";
    private const string GetKey = "webkv.v1.KeyService/GetKey";
    private const string Pipeline = "webkv.v1.CommandService/Pipeline";
    private const string NoMessage = "the request is not a message of the type that the method takes";
    private const string Incomplete = "Incomplete message.";

    public static IReadOnlyList<BadGrpcCall> All { get; } =
    [
        // What is told in a sentence with a full stop, grpc-dotnet says.
        Invalid("no protobuf, hot method", GetString, Frame("\xFF\xFF\xFF"), NoMessage),
        Invalid("no protobuf, plain method", GetKey, Frame("\xFF\xFF\xFF"), NoMessage),
        Invalid("field longer than the message", GetKey, Frame("\x0A\x7F" + "abc"), NoMessage),
        Invalid("no protobuf in a pipeline", Pipeline, Frame("\x0A\x7F" + "abc"), NoMessage),
        Invalid("unknown compression flag in a pipeline", Pipeline, "\x07" + Frame("")[1..], NoMessage),
        Invalid("length beyond 2 GiB in a pipeline", Pipeline, "\0\xFF\0\0\0", NoMessage),
        new("message above 16 MiB", SetString, "\0\x01\0\0\x01", StatusCode.ResourceExhausted,
            "Received message exceeds the maximum configured message size."),
        new("message above 16 MiB in a pipeline", Pipeline, "\0\x01\0\0\x01", StatusCode.ResourceExhausted,
            "Received message exceeds the maximum configured message size."),
        new("no message", GetKey, "", StatusCode.Internal, Incomplete),
        new("length prefix cut off", GetKey, "\0\0\0", StatusCode.Internal, Incomplete),
        new("message cut off", GetKey, "\0\0\0\0\x0Aabc", StatusCode.Internal, Incomplete),
        new("stream half-closed in a prefix", Pipeline, Frame("") + "\0\0\0", StatusCode.Internal, Incomplete),
        new("stream half-closed in a message", Pipeline, Frame("") + "\0\0\0\0\x0Aabc", StatusCode.Internal,
            Incomplete),
        new("two messages", GetKey, Frame("") + Frame(""), StatusCode.Internal,
            "Additional data after the message received."),
        new("compressed without an encoding", GetKey, "\x01" + Frame("")[1..], StatusCode.Internal,
            "Request did not include grpc-encoding value with compressed message."),
        new("unknown compression flag", GetKey, "\x07" + Frame("")[1..], StatusCode.Unknown,
            "Exception was thrown by handler."),
        new("unknown encoding", GetKey, "\x01" + Frame("")[1..], StatusCode.Unimplemented,
            "Unsupported grpc-encoding value 'nope'. Supported encodings: identity, gzip, deflate")
            { Header = ("grpc-encoding", "nope") },
        new("unknown method", "webkv.v1.StringService/Nope", Frame(""), StatusCode.Unimplemented,
            "there is no such service or method"),
        new("unknown service", "webkv.v1.NopeService/Nope", Frame(""), StatusCode.Unimplemented,
            "there is no such service or method"),
        new("other content type", GetKey, Frame(""), StatusCode.Internal,
            "Content-Type 'application/json' is not supported.") { ContentType = "application/json" },
        Invalid("db out of range", GetKey, Frame(""), "webkv-db: must be a number from 0 to 15")
            with { Header = ("webkv-db", "16") },
        Invalid("db is no number", GetString, Frame(""), "webkv-db: must be a number from 0 to 15")
            with { Header = ("webkv-db", "-1") },
        Invalid("reply limit of 0", GetString, Frame(""),
            "webkv-max-reply-bytes: must be a number from 1 to 2147483647")
            with { Header = ("webkv-max-reply-bytes", "0") },
        // gRPC asks servers to take a deadline that they cannot read for none.
        new("bad deadline", GetKey, Frame(""), StatusCode.OK, "") { Header = ("grpc-timeout", "soon") },
        Invalid("negative bit offset", "webkv.v1.StringService/GetBit", Frame(new GetBitRequest { Offset = -1 }),
            "offset: must be from 0 to 4294967295"),
        Invalid("negative offset", "webkv.v1.StringService/SetStringRange",
            Frame(new SetStringRangeRequest { Offset = long.MinValue, Value = ByteString.CopyFromUtf8("v") }),
            "offset: must not be negative"),
        Invalid("unknown bit operation", "webkv.v1.StringService/CombineBits",
            Frame(new CombineBitsRequest { Operation = (BitOperation)99, Sources = { ByteString.Empty } }),
            "operation: 'Operation' has a range of values which does not include '99'."),
        Invalid("unknown unit", "webkv.v1.StringService/CountBits",
            Frame(new CountBitsRequest { Unit = (BitRangeUnit)(-1) }), "unit: is no unit of this version"),
        Invalid("ttl of 0", SetString, Frame(new SetStringRequest { Expiration = new() { Ttl = new() } }),
            "invalid expire time in 'set' command"),
        Invalid("ttl beyond int64 ms", SetString,
            Frame(new SetStringRequest { Expiration = new() { Ttl = new() { Seconds = long.MaxValue } } }),
            "expiration.ttl: is beyond the range of 64 bits of milliseconds"),
        Invalid("page size is negative", "webkv.v1.KeyService/ScanKeys", Frame(new ScanKeysRequest { PageSize = -1 }),
            "page_size: must be from 1 to 1000, or 0 for the default"),
        Invalid("page token of nobody", "webkv.v1.KeyService/ScanKeys",
            Frame(new ScanKeysRequest { PageToken = "nope" }), "invalid cursor"),
        Invalid("no keys", "webkv.v1.StringService/BatchGetStrings", Frame(new BatchGetStringsRequest()),
            "keys: must hold at least one key"),
        Invalid("no fields to set", "webkv.v1.HashService/SetHashFields", Frame(new SetHashFieldsRequest()),
            "fields: must hold at least one field"),
        Invalid("unknown condition of fields", "webkv.v1.HashService/SetHashFields",
            Frame(new SetHashFieldsRequest { Fields = { new FieldValue() }, Condition = (HashFieldCondition)9 }),
            "condition: is no condition of this version"),
        Invalid("no fields to get", "webkv.v1.HashService/GetHashFields", Frame(new GetHashFieldsRequest()),
            "fields: must hold at least one field"),
        Invalid("no deadline for fields", "webkv.v1.HashService/SetHashFieldExpirations",
            Frame(new SetHashFieldExpirationsRequest { Fields = { ByteString.Empty } }),
            "deadline: must be set: ttl or expire_time"),
        Invalid("negative ttl of a field", "webkv.v1.HashService/SetHashFieldExpirations",
            Frame(new SetHashFieldExpirationsRequest { Fields = { ByteString.Empty }, Ttl = new() { Seconds = -1 } }),
            "invalid expire time, must be >= 0"),
        Invalid("increment of a field by NaN", "webkv.v1.HashService/IncrementHashFieldFloat",
            Frame(new IncrementHashFieldFloatRequest { Delta = double.NaN }), "delta: must be finite"),
        Invalid("count of int64 min", "webkv.v1.HashService/GetRandomHashFields",
            Frame(new GetRandomHashFieldsRequest { Count = long.MinValue }),
            "value is out of range, value must between -9223372036854775807 and 9223372036854775807"),
        Invalid("page of a hash is too big", "webkv.v1.HashService/ScanHash",
            Frame(new ScanHashRequest { PageSize = 1001 }), "page_size: must be from 1 to 1000, or 0 for the default"),
        Invalid("stream: no fields", "webkv.v1.StreamService/AppendStream", Frame(new AppendStreamRequest()),
            "fields: must hold at least one field"),
        Invalid("stream: trim of no kind", "webkv.v1.StreamService/TrimStream",
            Frame(new TrimStreamRequest { Trim = new() }), "trim.threshold: must be set: max_length or min_id"),
        Invalid("stream: negative count", "webkv.v1.StreamService/RangeStream",
            Frame(new RangeStreamRequest { Count = long.MinValue }), "count: must not be negative"),
        Invalid("stream: bad id", "webkv.v1.StreamService/DeleteStreamEntries",
            Frame(new DeleteStreamEntriesRequest { Ids = { "nope" } }),
            "Invalid stream ID specified as stream command argument"),
        Invalid("stream: read nothing", "webkv.v1.StreamService/ReadGroup", Frame(new ReadGroupRequest()),
            "streams: must hold at least one stream"),
        Invalid("empty command", "webkv.v1.CommandService/ExecuteCommand", Frame(new ExecuteCommandRequest()),
            "a command has at least its name as an argument"),
        Invalid("no members", "webkv.v1.SetService/AddSetMembers", Frame(new AddSetMembersRequest()),
            "members: must hold at least one member"),
        Invalid("pop of int64 min", "webkv.v1.SetService/PopSetMembers",
            Frame(new PopSetMembersRequest { Count = long.MinValue }), "count: must be from 1 to 1000"),
        Invalid("random of int64 min", "webkv.v1.SetService/GetRandomSetMembers",
            Frame(new GetRandomSetMembersRequest { Count = long.MinValue }),
            "value is out of range, value must between -9223372036854775807 and 9223372036854775807"),
        Invalid("unknown combination", "webkv.v1.SetService/CombineSets",
            Frame(new CombineSetsRequest { Operation = (SetOperation)9, Keys = { ByteString.Empty } }),
            "operation: must be UNION, INTERSECTION or DIFFERENCE"),
        Invalid("operation of no kind", "webkv.v1.TransactionService/ExecuteTransaction",
            Frame(new ExecuteTransactionRequest { Operations = { new Operation() } }),
            "operations[0].kind: must be set to an operation of this version"),
        .. BadListInput.Grpc,
    ];

    internal static BadGrpcCall Invalid(string name, string method, string body, string message) =>
        new(name, method, body, StatusCode.InvalidArgument, message);

    internal static string Frame(IMessage message) =>
        Frame(System.Text.Encoding.Latin1.GetString(message.ToByteArray()));

    private static string Frame(string message) =>
        $"\0\0\0{(char)(message.Length >> 8)}{(char)(message.Length & 255)}{message}";
}
