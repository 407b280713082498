using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Execution;

public sealed class KvEngineTests
{
    [Fact]
    public void Execute_SingleShardsAfterSeveral_TakesThemInAnyOrder()
    {
        using var engine = new TestEngine(new EngineOptions { Shards = 32 });
        string[] keys = [.. Enumerable.Range(0, 100).Select(i => $"k{i}")];
        engine.Run(["DEL", .. keys]).Is(0);
        foreach (string key in keys)
            engine.Run("SET", key, "v").IsOk();
        engine.Run(["DEL", .. keys]).Is(100);
    }

    [Fact]
    public void MemoryMax_OfTheOptions_Holds()
    {
        using var engine = new TestEngine(new EngineOptions { Shards = 1, MemoryMax = 1 });
        Assert.Equal(1, engine.Engine.MemoryMax);
    }

    [Theory]
    [InlineData(10, 12)]
    [InlineData(10, 20_000)]
    [InlineData(20_000, 20_001)]
    [InlineData(20_000, 50_000)]
    [InlineData(20_000, 3)]
    public void EditString_AnyLengths_KeepsBytesZeroesTheRestAndStampsTheEpoch(int before, int after)
    {
        using var engine = new TestEngine(new EngineOptions { Shards = 1 });
        engine.Run("SET", "k", new string('x', before)).IsOk();
        RecordTable table = engine.Engine.Shards[0].Table(0);
        table.SnapshotEpoch = 9;
        CommandContext context = engine.Engine.Rent();
        context.BeginUnit();
        Key key = Key.Of("k"u8);
        Assert.True(context.TryPeek(key, out Record record));
        Span<byte> edited = context.EditString(key, record, after);
        Assert.Equal(after, edited.Length);
        Assert.True(context.TryPeek(key, out record));
        Assert.Equal(9, record.SnapshotEpoch);
        KvEngine.Return(context);
        string kept = new('x', Math.Min(before, after));
        engine.Run("GET", "k").Is(kept + new string('\0', Math.Max(0, after - before)));
    }
}
