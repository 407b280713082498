using StackExchange.Redis;

namespace WebKv.Server.Tests.Resp;

/// <summary>The client library that most .NET programs use, with its defaults.</summary>
public sealed class StackExchangeRedisTests(RespFixture fixture) : IClassFixture<RespFixture>
{
    [Theory]
    [InlineData(RedisProtocol.Resp2)]
    [InlineData(RedisProtocol.Resp3)]
    public async Task Strings_WithExpiry_Work(RedisProtocol protocol)
    {
        await using ConnectionMultiplexer redis = await ConnectAsync(protocol);
        IDatabase db = redis.GetDatabase();
        Assert.True(await db.StringSetAsync("s", "v", TimeSpan.FromMinutes(1)));
        Assert.Equal("v", await db.StringGetAsync("s"));
        Assert.InRange((await db.KeyTimeToLiveAsync("s"))!.Value.TotalSeconds, 50, 60);
        Assert.False(await db.StringSetAsync("s", "w", when: When.NotExists));
        Assert.Equal(3, await db.StringIncrementAsync("n", 3));
        byte[] binary = [0, 13, 10, 255];
        await db.StringSetAsync("b", binary);
        Assert.Equal(binary, (byte[]?)await db.StringGetAsync("b"));
        Assert.True((await db.StringGetAsync("missing")).IsNull);
        Assert.True(await db.KeyDeleteAsync("n"));
    }

    [Fact]
    public async Task Transactions_WithConditions_CommitOrNot()
    {
        await using ConnectionMultiplexer redis = await ConnectAsync(RedisProtocol.Resp2);
        IDatabase db = redis.GetDatabase(1);
        await db.StringSetAsync("t", "1");
        ITransaction good = db.CreateTransaction();
        good.AddCondition(Condition.StringEqual("t", "1"));
        Task<long> incremented = good.StringIncrementAsync("t");
        Assert.True(await good.ExecuteAsync());
        Assert.Equal(2, await incremented);
        ITransaction bad = db.CreateTransaction();
        bad.AddCondition(Condition.StringEqual("t", "1"));
        _ = bad.StringIncrementAsync("t", 9);
        Assert.False(await bad.ExecuteAsync());
        Assert.Equal("2", await db.StringGetAsync("t"));
    }

    [Fact]
    public async Task Server_KeysInfoAndClients_Work()
    {
        await using ConnectionMultiplexer redis = await ConnectAsync(RedisProtocol.Resp3);
        IDatabase db = redis.GetDatabase(2);
        IServer node = redis.GetServers().Single();
        Assert.Equal(new Version(7, 2, 4), node.Version);
        string[] names = [.. Enumerable.Range(0, 500).Select(i => $"key:{i}").Order()];
        foreach (string name in names)
            await db.StringSetAsync(name, name, flags: CommandFlags.FireAndForget);
        await db.PingAsync();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (RedisKey key in node.KeysAsync(2, "key:*", pageSize: 50))
            found.Add(key.ToString());
        Assert.Equal(names.Order(StringComparer.Ordinal), found);
        Assert.Equal(500, await node.DatabaseSizeAsync(2));
        IEnumerable<KeyValuePair<string, string>> info = (await node.InfoAsync()).SelectMany(section => section);
        Assert.Contains(info, field => field is { Key: "role", Value: "master" });
        Assert.Contains(await node.ClientListAsync(), client => client.Name == "tester");
        Assert.Contains(await node.ConfigGetAsync("max*"), parameter => parameter.Key == "maxmemory");
        Assert.InRange(await node.TimeAsync(), DateTime.UtcNow.AddMinutes(-1), DateTime.UtcNow.AddMinutes(1));
    }

    private Task<ConnectionMultiplexer> ConnectAsync(RedisProtocol protocol) =>
        ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
        {
            EndPoints = { fixture.Server.Resp },
            Protocol = protocol,
            ClientName = "tester",
            AllowAdmin = true,
            ConnectTimeout = 10_000,
            SyncTimeout = 10_000,
            AsyncTimeout = 10_000,
        });
}
