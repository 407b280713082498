using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Tests.Keyspace;

public sealed class KeySetTests
{
    [Fact]
    public void Empty_HasNoShard()
    {
        var keys = new KeySet(1024);
        Assert.True(keys.IsEmpty);
        Assert.False(keys.IsSingle(out _));
        Assert.Equal(-1, keys.NextFrom(0));
    }

    [Fact]
    public void OneShard_AddedTwice_IsSingle()
    {
        var keys = new KeySet(1024);
        keys.AddShard(1023);
        keys.AddShard(1023);
        Assert.True(keys.IsSingle(out int shard));
        Assert.Equal(1023, shard);
        Assert.Equal([1023], Walk(keys));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(1024)]
    public void AddAll_NamesEachShardInOrder(int shards)
    {
        var keys = new KeySet(shards);
        keys.AddAll();
        Assert.Equal(Enumerable.Range(0, shards), Walk(keys));
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void NextFrom_RandomShards_WalksThemAscending(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 500; round++)
        {
            var keys = new KeySet(1024);
            var model = new SortedSet<int>();
            for (int i = random.Next(1, 30); i > 0; i--)
            {
                int shard = random.Next(3) == 0 ? random.Next(1024) : random.Next(16) * 64 + random.Next(2) * 63;
                keys.AddShard(shard);
                model.Add(shard);
            }
            Assert.Equal(model, Walk(keys));
            int from = random.Next(1025);
            Assert.Equal(model.Where(shard => shard >= from).FirstOrDefault(-1), keys.NextFrom(from));
        }
    }

    [Fact]
    public void Add_Key_NamesTheShardOfItsSlot()
    {
        var keys = new KeySet(32);
        keys.Add(Key.Of("foo"u8));
        Assert.True(keys.IsSingle(out int shard));
        Assert.Equal(12182 % 32, shard);
    }

    private static List<int> Walk(KeySet keys)
    {
        var shards = new List<int>();
        for (int i = keys.NextFrom(0); i >= 0; i = keys.NextFrom(i + 1))
            shards.Add(i);
        return shards;
    }
}
