using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Keys;

/// <summary>DUMP and RESTORE against a real Redis, whose payloads are its own: each takes what it gave.</summary>
public sealed class RestoreRedisComparisonTests
{
    private static readonly string[] Script =
    [
        "DUMP missing",
        "DUMP",
        "DUMP k k",
        "RESTORE k 0",
        "RESTORE k 0 payload",
        "RESTORE new 0 payload",
        "RESTORE new 0 payload REPLACE",
        "RESTORE new 0 payload REPLACE ABSTTL IDLETIME 5",
        "RESTORE new -1 payload",
        "RESTORE new x payload",
        "RESTORE new 0 payload BOGUS",
        "RESTORE new 0 payload IDLETIME",
        "RESTORE new 0 payload IDLETIME x",
        "RESTORE new 0 payload IDLETIME -1",
        "RESTORE new 0 payload FREQ",
        "RESTORE new 0 payload FREQ 256",
        "RESTORE new 0 payload FREQ -1",
        "RESTORE new 0 payload FREQ 1 IDLETIME 1",
        "RESTORE new 0 payload IDLETIME 1 FREQ 1",
        "RESTORE new 0 payload IDLETIME 1 IDLETIME 1",
    ];

    [Fact]
    public void ScriptedLines_GiveTheRepliesOfRedis()
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        using var engine = new TestEngine();
        var comparison = new PeerComparison(peer, engine);
        comparison.Compare("SET", "k", "v");
        foreach (string line in Script)
            comparison.Compare(line.Split(' '));
        foreach (string[] options in (string[][])[[], ["REPLACE"], ["REPLACE", "ABSTTL"]])
        {
            object? expected = peer.Call(["RESTORE", "k", "1", (string)peer.Call("DUMP", "k")!, .. options]);
            object? actual = engine.Run(["RESTORE", "k", "1", DumpedValues.Dump(engine, "k"), .. options]).Value;
            Assert.Equal(expected is RespError error ? error.Text : expected, TextOf(actual));
            if (options.Length == 0)
                comparison.Compare("GET", "k");
            comparison.Compare("SET", "k", "v");
        }
        comparison.AssertNone();
    }

    private static object? TextOf(object? reply) => reply is Errors.Error error ? error.Text : reply;
}
