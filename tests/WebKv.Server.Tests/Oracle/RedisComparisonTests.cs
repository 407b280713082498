using WebKv.Testing;

namespace WebKv.Server.Tests.Oracle;

/// <summary>The commands on keys and transactions answer what a real Redis answers, to the byte.</summary>
public sealed class RedisComparisonTests
{
    private const int Lines = 3000;

    /// <summary>Seeds, each with both protocols.</summary>
    public static TheoryData<int, int> Runs =>
    [
        .. from seed in Enumerable.Range(1, LongTests.AreOn ? 50 : 2)
           from protocol in (int[])[2, 3]
           select new TheoryDataRow<int, int>(seed, protocol),
    ];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Keys_LinesWithKnownEdges_GiveTheBytesOfRedis(int protocol)
    {
        await using var pair = new RedisPair(clients: 1, protocol);
        foreach (string[] line in KeyEdgeLines.All)
            pair.Compare(line);
        pair.AreTheSame();
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Keys_RandomLines_GiveTheBytesOfRedis(int seed, int protocol)
    {
        await using var pair = new RedisPair(clients: 1, protocol);
        var generator = new RandomKeyLines(new Random(seed));
        for (int i = 0; i < Lines; i++)
            pair.Compare(generator.Next());
        pair.AreTheSame();
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Transactions_RandomLinesOfSeveralClients_GiveTheBytesOfRedis(int seed, int protocol)
    {
        const int Clients = 3;
        await using var pair = new RedisPair(Clients, protocol);
        var generator = new RandomTransactionLines(new Random(seed), Clients);
        for (int i = 0; i < Lines; i++)
        {
            (int client, string[] line) = generator.Next();
            pair.Compare(line, client);
        }
        pair.AreTheSame();
    }
}
