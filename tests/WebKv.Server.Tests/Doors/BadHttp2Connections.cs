using WebKv.Server.Tests.Grpc;

namespace WebKv.Server.Tests.Doors;

/// <summary>Connections of the gRPC door that end in the middle of something, or are no HTTP/2.</summary>
internal static class BadHttp2Connections
{
    private const string GetKey = "webkv.v1.KeyService/GetKey";
    private const string Pipeline = "webkv.v1.CommandService/Pipeline";
    private const string HalfAMessage = "\0\0\0\0\x0A" + "abc";

    // A PipelineRequest of one command, PING.
    private const string Ping = "\0\0\0\0\x08\x0A\x06\x12\x04PING";

    private static readonly string Call = Http2.Opening + Http2.Call(1, GetKey);
    private static readonly string Stream = Http2.Opening + Http2.Call(1, Pipeline);
    private static readonly string[] Answer = ["HEADERS", "DATA", "HEADERS"];

    /// <summary>The client is gone, at least for its own part: there is nobody to tell much.</summary>
    public static IReadOnlyList<BadRequestRow> CutOff { get; } =
    [
        new("nothing at all", ""),
        new("cut off in the preface", Http2.Preface[..10]),
        new("cut off in a frame", Call[..^20]),
        new("headers without an end", Http2.Opening + Http2.Headers(1, flags: 0, "\0")),
        new("cut off before a message", Call),
        new("cut off in a message", Call + Http2.Data(1, HalfAMessage)),
        new("cut off in a stream", Stream + Http2.Data(1, Ping)),
        new("cut off in a message of a stream", Stream + Http2.Data(1, Ping + HalfAMessage)),
        new("cut off in many streams", Http2.Opening + string.Concat(
            Enumerable.Range(0, 50).Select(i =>
                Http2.Call((2 * i) + 1, Pipeline) + Http2.Data((2 * i) + 1, HalfAMessage)))),
        new("cut off in a stream that is half-closed in a message",
            Stream + Http2.Data(1, HalfAMessage, ends: true)),
        new("cut off after a cancelled stream", Stream + Http2.Data(1, HalfAMessage) + Http2.Cancel(1)),
    ];

    /// <summary>The server ends the connection, and says why with the error code of a GOAWAY frame.</summary>
    public static IReadOnlyList<BadRequestRow> Violations { get; } =
    [
        // What came before the violation is a whole call, which is answered meanwhile.
        new("data behind the end of a stream",
            Stream + Http2.Data(1, Ping, ends: true) + Http2.Data(1, Ping),
            [.. AmidTheAnswer("GOAWAY 5")]),
        new("data of no stream", Http2.Opening + Http2.Data(1, Ping), "GOAWAY 1"),
        new("stream of an even number", Http2.Opening + Http2.Call(2, GetKey), "GOAWAY 1"),
        new("headers that are no HPACK", Http2.Opening + Http2.Headers(1, flags: 4, "\xFF\xFF\xFF\xFF\xFF\xFF"),
            "GOAWAY 9"),
        new("frame above 16 KiB", Call + Http2.Data(1, new string('x', 20_000)), "GOAWAY 6"),
    ];

    // How much of the answer leaves, and when, is for the threads to decide.
    private static IEnumerable<string> AmidTheAnswer(string frame) =>
        from sent in Enumerable.Range(0, Answer.Length + 1)
        from before in Enumerable.Range(0, sent + 1)
        select string.Join(' ', [.. Answer[..before], frame, .. Answer[before..sent]]);
}
