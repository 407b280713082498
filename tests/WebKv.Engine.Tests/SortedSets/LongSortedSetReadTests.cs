using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.SortedSets;

/// <summary>Reads that take several slices, alone and beside a writer: each result is that of one moment.</summary>
public sealed class LongSortedSetReadTests : IDisposable
{
    private const int Members = 30_000;
    private const int BatchMembers = 1_000;

    private readonly TestEngine _engine = new();

    public LongSortedSetReadTests()
    {
        for (int first = 0; first < Members; first += BatchMembers)
        {
            string[] pairs = [.. Enumerable.Range(first, BatchMembers).SelectMany(i => (string[])[$"{i}", $"m{i}"])];
            _engine.Run(["ZADD", "a", .. pairs]).Is(BatchMembers);
            _engine.Run(["ZADD", "b", .. pairs]).Is(BatchMembers);
            _engine.Run(["SADD", "plain", .. Enumerable.Range(first, BatchMembers).Select(i => $"m{i * 2}")]);
        }
    }

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Combinations_OfBigSets_AreComplete()
    {
        object?[] union = _engine.Run("ZUNION", "3", "a", "b", "plain", "WITHSCORES").Items;
        Assert.Equal(Members * 3 / 2 * 2, union.Length);
        Assert.Equal(2.0 * (Members - 1), union[^1]);
        _engine.Run("ZINTERCARD", "3", "a", "b", "plain").Is(Members / 2);
        _engine.Run("ZINTERSTORE", "i", "2", "a", "plain").Is(Members / 2);
        _engine.Run("ZDIFFSTORE", "d", "2", "a", "plain").Is(Members / 2);
        _engine.Run("ZRANGE", "d", "0", "1", "WITHSCORES").IsArray("m1", 1.0, "m3", 3.0);
        _engine.Run("ZUNIONSTORE", "u", "2", "i", "d").Is(Members);
        Assert.Equal(Members, _engine.Run("ZRANGE", "u", "0", "-1").Items.Length);
        Assert.Equal("m0", _engine.Run("ZRANGE", "u", "+inf", "-inf", "BYSCORE", "REV").Items[^1]);
    }

    [Fact]
    public void Reads_BesideAWriter_SeeOneMoment()
    {
        TestClient writer = _engine.NewClient();
        bool done = false;
        var writing = new Thread(() =>
        {
            // A pair of members comes and goes as one, at both ends of the order.
            while (!Volatile.Read(ref done))
            {
                writer.Run("ZADD", "a", "-1", "low", "1000000", "high");
                writer.Run("ZREM", "a", "low", "high");
            }
        });
        writing.Start();
        try
        {
            for (int i = 0; i < 10; i++)
            {
                object?[] range = _engine.Run("ZRANGE", "a", "0", "-1").Items;
                Assert.Equal((string)range[0]! == "low", (string)range[^1]! == "high");
                object?[] union = _engine.Run("ZUNION", "2", "a", "b").Items;
                Assert.Equal((string)union[0]! == "low", (string)union[^1]! == "high");
                long stored = (long)_engine.Run("ZUNIONSTORE", "u", "2", "a", "b").Value!;
                Assert.Contains(stored, (long[])[Members, Members + 2]);
            }
        }
        finally
        {
            Volatile.Write(ref done, true);
            writing.Join();
        }
    }
}
