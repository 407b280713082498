using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keys;

public sealed class RandomKeyTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void RandomKey_EmptyDatabase_RepliesNull() => _engine.Run("RANDOMKEY").IsNull();

    [Fact]
    public void RandomKey_AllKeysExpired_RepliesNullAndRemovesThem()
    {
        for (int i = 0; i < 200; i++)
            _engine.Run("SET", $"k{i}", "v", "PX", "100").IsOk();
        _engine.Advance(101);
        long lsn = _engine.Journal.LastLsn;
        _engine.Run("RANDOMKEY").IsNull();
        _engine.Run("DBSIZE").Is(0);
        Assert.Equal(lsn + 200, _engine.Journal.LastLsn);
    }

    [Fact]
    public void RandomKey_MostKeysExpired_FindsTheLiveOne()
    {
        for (int i = 0; i < 200; i++)
            _engine.Run("SET", $"k{i}", "v", "PX", "100").IsOk();
        _engine.Run("SET", "live", "v").IsOk();
        _engine.Advance(101);
        for (int i = 0; i < 20; i++)
            _engine.Run("RANDOMKEY").Is("live");
    }

    // Chi-square with 59 degrees of freedom is below 130 with a probability of all but one in ten million. The keys of
    // one tag lie in one shard, so shards and chains are filled unevenly: a draw that ignored that would be far off.
    [Fact]
    public void RandomKey_UnevenShards_DrawsEveryKeyAlike()
    {
        const int Keys = 60;
        const int DrawsPerKey = 400;
        for (int i = 0; i < Keys; i++)
            _engine.Run("SET", i < 50 ? $"{{tag}}{i}" : $"k{i}", "v").IsOk();
        var counts = new Dictionary<string, int>();
        for (int i = 0; i < Keys * DrawsPerKey; i++)
        {
            string key = (string)_engine.Run("RANDOMKEY").Value!;
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }
        Assert.Equal(Keys, counts.Count);
        double chiSquare = counts.Values.Sum(count => Math.Pow(count - DrawsPerKey, 2) / DrawsPerKey);
        Assert.True(chiSquare < 130, $"chi-square is {chiSquare:F1}");
    }
}
