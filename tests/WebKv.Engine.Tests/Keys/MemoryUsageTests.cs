using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class MemoryUsageTests : IDisposable
{
    private readonly TestEngine _engine = new(new EngineOptions { Shards = 1 });

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("RPUSH", 1)]
    [InlineData("SADD", 1)]
    [InlineData("ZADD", 2)]
    [InlineData("HSET", 2)]
    [InlineData("XADD", 0)]
    public void MemoryUsage_BigCollection_IsWhatTheShardUses(string command, int words)
    {
        long before = _engine.Engine.Shards[0].UsedBytes;
        for (int i = 0; i < 3_000; i++)
            _engine.Run([command, "k", .. Element(i, words)]);
        long used = _engine.Engine.Shards[0].UsedBytes - before;
        long told = (long)_engine.Run("MEMORY", "USAGE", "k").Value!;
        Assert.InRange(told, used * 0.9, Math.Max(used, 64 * 1024) * 4);
    }

    [Fact]
    public void MemoryUsage_Strings_AreRecordAndBlob()
    {
        _engine.Run("SET", "small", "v").IsOk();
        _engine.Run("SET", "big", new string('x', 100_000)).IsOk();
        Assert.InRange((long)_engine.Run("MEMORY", "USAGE", "small").Value!, 30, 64);
        Assert.InRange((long)_engine.Run("MEMORY", "USAGE", "big", "SAMPLES", "0").Value!, 100_040, 100_200);
        _engine.Run("MEMORY", "USAGE", "missing").IsNull();
    }

    [Theory]
    [InlineData("ERR syntax error", "SAMPLES")]
    [InlineData("ERR syntax error", "SAMPLES", "-1")]
    [InlineData("ERR syntax error", "BOGUS", "1")]
    [InlineData("ERR value is not an integer or out of range", "SAMPLES", "x")]
    public void MemoryUsage_BadOptions_AreRefused(string error, params string[] options) =>
        _engine.Run(["MEMORY", "USAGE", "k", .. options]).IsError(error);

    private static string[] Element(int number, int words) => words switch
    {
        0 => ["*", "field", $"value {number}"],
        1 => [$"element {number}"],
        _ => [$"{number}", $"element {number}"],
    };
}
