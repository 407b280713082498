using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Server.Tests.Doors;

/// <summary>
/// Clients of all doors move amounts between accounts in different shards while others, on all doors, add them all up:
/// nobody may ever see money appear or vanish.
/// </summary>
public sealed class IsolationTests : IAsyncLifetime
{
    private const int Opening = 1_000;
    private const int Transfers = 300;

    private static readonly string[] Accounts = [.. Enumerable.Range(0, 8).Select(i => $"account:{i}")];

    private readonly DoorFixture _doors = new();

    public async ValueTask InitializeAsync()
    {
        await _doors.Open(Door.Resp).Strings.SetManyAsync([.. Accounts.Select(account => (account, $"{Opening}"))]);
        await _doors.Open(Door.Resp).Lists.PushAsync(Accounts[0] + ":items", "right", false, "1", "2", "3", "4", "5");
    }

    public ValueTask DisposeAsync() => _doors.DisposeAsync();

    [Fact]
    public async Task Transfers_FromAllDoors_KeepTheSumThatAllDoorsSee()
    {
        int shards = _doors.Server.Services.GetRequiredService<KvEngine>().ShardCount;
        Assert.True(Accounts.Select(account => Key.Of(Encode(account)).Slot & (shards - 1)).Distinct().Count() >= 4);
        Task transfers = Task.WhenAll(Door.Names.Select((name, seed) => TransferAsync(_doors.Open(name), seed)));
        int[] sums = await Task.WhenAll(Door.Names.Select(name => AddUpAsync(_doors.Open(name), transfers)));
        await transfers;
        Assert.All(sums, count => Assert.True(count > 1, "nobody looked while amounts moved"));
    }

    [Fact]
    public async Task ElementsThatMove_FromAllDoors_AreInOneListAtATime()
    {
        Task moves = Task.WhenAll(Door.Names.Select((name, seed) => MoveAsync(_doors.Open(name), seed)));
        await Task.WhenAll(Door.Names.Select(name => CountElementsAsync(_doors.Open(name), moves)));
        await moves;
    }

    private static async Task TransferAsync(Door door, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < Transfers; i++)
        {
            int amount = random.Next(1, 100);
            object?[]? replies = await door.Commands.TransactAsync(
                [],
                ["DECRBY", Accounts[random.Next(Accounts.Length)], Text(amount)],
                ["INCRBY", Accounts[random.Next(Accounts.Length)], Text(amount)]);
            Assert.All(replies!, reply => Assert.IsType<long>(reply));
        }
    }

    // How often it looked, the last time when all is over.
    private static async Task<int> AddUpAsync(Door door, Task transfers)
    {
        for (int looks = 1; ; looks++)
        {
            bool isLast = transfers.IsCompleted;
            string?[] balances = await door.Strings.GetManyAsync(Accounts);
            int sum = balances.Sum(balance => int.Parse(balance!, CultureInfo.InvariantCulture));
            Assert.Equal(Accounts.Length * Opening, sum);
            if (isLast)
                return looks;
        }
    }

    private static async Task MoveAsync(Door door, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < Transfers; i++)
            await door.Commands.RunAsync("LMOVE", RandomList(random), RandomList(random), "LEFT", "RIGHT");
    }

    private static async Task CountElementsAsync(Door door, Task moves)
    {
        for (bool isLast = false; !isLast;)
        {
            isLast = moves.IsCompleted;
            object?[]? lengths = await door.Commands.TransactAsync(
                [], [.. Accounts.Select(account => new[] { "LLEN", account + ":items" })]);
            Assert.Equal(5L, lengths!.Cast<long>().Sum());
        }
    }

    private static string RandomList(Random random) => Accounts[random.Next(Accounts.Length)] + ":items";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static byte[] Encode(string name) => System.Text.Encoding.ASCII.GetBytes(name);
}
