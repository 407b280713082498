using Google.Protobuf;
using WebKv.V1;

namespace WebKv.Server.Tests.Doors;

/// <summary>What is not gRPC, or asks for what the gRPC door does not have.</summary>
internal static class BadGrpcCalls
{
    private const int Unknown = 2;
    private const int InvalidArgument = 3;
    private const int ResourceExhausted = 8;
    private const int Unimplemented = 12;
    private const int Internal = 13;
    private const string GetString = "webkv.v1.StringService/GetString";
    private const string SetString = "webkv.v1.StringService/SetString";
    private const string GetKey = "webkv.v1.KeyService/GetKey";

    public static IReadOnlyList<BadGrpcCall> All { get; } =
    [
        new("no protobuf, hot method", GetString, Frame("\xFF\xFF\xFF"), InvalidArgument),
        new("no protobuf, plain method", GetKey, Frame("\xFF\xFF\xFF"), InvalidArgument),
        new("field longer than the message", GetKey, Frame("\x0A\x7F" + "abc"), InvalidArgument),
        new("no protobuf in a pipeline", "webkv.v1.CommandService/Pipeline", Frame("\x0A\x7F" + "abc"),
            InvalidArgument),
        new("no message", GetKey, "", Internal),
        new("length prefix cut off", GetKey, "\0\0\0", Internal),
        new("message cut off", GetKey, "\0\0\0\0\x0Aabc", Internal),
        new("two messages", GetKey, Frame("") + Frame(""), Internal),
        new("compressed without an encoding", GetKey, "\x01" + Frame("")[1..], Internal),
        new("unknown compression flag", GetKey, "\x07" + Frame("")[1..], Unknown),
        new("unknown encoding", GetKey, "\x01" + Frame("")[1..], Unimplemented) { Header = ("grpc-encoding", "nope") },
        new("message above 16 MiB", SetString, "\0\x01\0\0\x01", ResourceExhausted),
        new("unknown method", "webkv.v1.StringService/Nope", Frame(""), Unimplemented),
        new("unknown service", "webkv.v1.NopeService/Nope", Frame(""), Unimplemented),
        new("other content type", GetKey, Frame(""), Internal) { ContentType = "application/json" },
        new("db out of range", GetKey, Frame(""), InvalidArgument) { Header = ("webkv-db", "16") },
        new("db is no number", GetString, Frame(""), InvalidArgument) { Header = ("webkv-db", "-1") },
        new("reply limit of 0", GetString, Frame(""), InvalidArgument) { Header = ("webkv-max-reply-bytes", "0") },
        new("bad deadline", GetKey, Frame(""), 0) { Header = ("grpc-timeout", "soon") },
        new("negative bit offset", "webkv.v1.StringService/GetBit", Frame(new GetBitRequest { Offset = -1 }),
            InvalidArgument),
        new("negative offset", "webkv.v1.StringService/SetStringRange",
            Frame(new SetStringRangeRequest { Offset = long.MinValue, Value = ByteString.CopyFromUtf8("v") }),
                InvalidArgument),
        new("unknown bit operation", "webkv.v1.StringService/CombineBits", Frame(new CombineBitsRequest
            { Operation = (BitOperation)99, Sources = { ByteString.Empty } }), InvalidArgument),
        new("unknown unit", "webkv.v1.StringService/CountBits",
            Frame(new CountBitsRequest { Unit = (BitRangeUnit)(-1) }), InvalidArgument),
        new("ttl of 0", SetString, Frame(new SetStringRequest { Expiration = new() { Ttl = new() } }), InvalidArgument),
        new("ttl beyond int64 ms", SetString, Frame(new SetStringRequest
            { Expiration = new() { Ttl = new() { Seconds = long.MaxValue } } }), InvalidArgument),
        new("page size is negative", "webkv.v1.KeyService/ScanKeys", Frame(new ScanKeysRequest { PageSize = -1 }),
            InvalidArgument),
        new("page token of nobody", "webkv.v1.KeyService/ScanKeys", Frame(new ScanKeysRequest { PageToken = "nope" }),
            InvalidArgument),
        new("no keys", "webkv.v1.StringService/BatchGetStrings", Frame(new BatchGetStringsRequest()), InvalidArgument),
        new("push of nothing", "webkv.v1.ListService/PushList", Frame(new PushListRequest()), InvalidArgument),
        new("push that keeps nothing", "webkv.v1.ListService/PushList",
            Frame(new PushListRequest { Values = { ByteString.Empty }, TrimTo = 0 }), InvalidArgument),
        new("pop without keys", "webkv.v1.ListService/PopList", Frame(new PopListRequest()), InvalidArgument),
        new("pop of a negative count", "webkv.v1.ListService/PopList",
            Frame(new PopListRequest { Keys = { ByteString.Empty }, Count = long.MinValue }), InvalidArgument),
        new("unknown side", "webkv.v1.ListService/PopList",
            Frame(new PopListRequest { Keys = { ByteString.Empty }, Side = (ListSide)3 }), InvalidArgument),
        new("move without sides", "webkv.v1.ListService/MoveListItem", Frame(new MoveListItemRequest()),
            InvalidArgument),
        new("rank of 0", "webkv.v1.ListService/FindListPositions", Frame(new FindListPositionsRequest { Rank = 0 }),
            InvalidArgument),
        new("rank of int64 min", "webkv.v1.ListService/FindListPositions",
            Frame(new FindListPositionsRequest { Rank = long.MinValue }), InvalidArgument),
        new("negative count of positions", "webkv.v1.ListService/FindListPositions",
            Frame(new FindListPositionsRequest { Count = -1 }), InvalidArgument),
        new("empty command", "webkv.v1.CommandService/ExecuteCommand", Frame(new ExecuteCommandRequest()),
            InvalidArgument),
        new("operation of no kind", "webkv.v1.TransactionService/ExecuteTransaction",
            Frame(new ExecuteTransactionRequest { Operations = { new Operation() } }), InvalidArgument),
    ];

    private static string Frame(IMessage message) =>
        Frame(System.Text.Encoding.Latin1.GetString(message.ToByteArray()));

    private static string Frame(string message) =>
        $"\0\0\0{(char)(message.Length >> 8)}{(char)(message.Length & 255)}{message}";
}
