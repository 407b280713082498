using Microsoft.Extensions.DependencyInjection;
using WebKv.Engine.Commands;

namespace WebKv.Server.Tests.Doors;

/// <summary>What is called is counted, with its time, whichever door it came through.</summary>
public sealed class CountingTests
{
    private const int Calls = 200;

    public static TheoryData<string> DoorNames => [.. Door.Names];

    [Theory]
    [MemberData(nameof(DoorNames))]
    public async Task Operation_ThroughDoor_CountsAsItsCommand(string name)
    {
        await using var doors = new DoorFixture();
        Door door = doors.Open(name);
        await door.Strings.SetAsync("k", "text");
        for (int i = 0; i < Calls; i++)
            await door.Strings.GetAsync("k");
        await DoorException.ExpectAsync("NOT_AN_INTEGER", () => door.Strings.IncrementAsync("k", 1));

        Assert.Equal(1, Count(doors, "set").Calls);
        CommandStatistics.Row get = Count(doors, "get");
        Assert.Equal(Calls, get.Calls);
        Assert.True(get.Ticks > 0);
        Assert.Equal((1, 1), (Count(doors, "incrby").Calls, Count(doors, "incrby").Failed));
        Assert.True(Dispatcher(doors).Statistics.TotalCalls >= Calls + 2);
    }

    [Theory]
    [MemberData(nameof(DoorNames))]
    public async Task Transaction_ThroughDoor_CountsItsCommands(string name)
    {
        await using var doors = new DoorFixture();
        string[][] lines = [.. Enumerable.Repeat((string[])["INCR", "hits"], Calls)];
        Assert.NotNull(await doors.Open(name).Commands.TransactAsync([], lines));

        CommandStatistics.Row incr = Count(doors, "incr");
        Assert.Equal(Calls, incr.Calls);
        Assert.True(incr.Ticks > 0);
    }

    [Theory]
    [InlineData(Door.Rest)]
    [InlineData(Door.Grpc)]
    public async Task Page_WithFactsOfEachKey_CountsAsOneScan(string name)
    {
        await using var doors = new DoorFixture();
        Door door = doors.Open(name);
        for (int i = 0; i < 5; i++)
            await door.Strings.SetAsync($"k{i}", "v");
        Assert.Equal(5, (await door.Keys.ListAsync("*", 100)).Count);
        Assert.Equal(3, await door.Keys.DeleteManyAsync("k1", "k2", "k3"));

        Assert.Equal(1, Count(doors, "scan").Calls);
        Assert.Equal(0, Count(doors, "type").Calls);
        Assert.Equal(1, Count(doors, "del").Calls);
    }

    private static CommandStatistics.Row Count(DoorFixture doors, string command)
    {
        CommandDispatcher dispatcher = Dispatcher(doors);
        Assert.True(dispatcher.Table.TryGet(command, out CommandEntry? entry));
        return dispatcher.Statistics.Sum(entry.Index);
    }

    private static CommandDispatcher Dispatcher(DoorFixture doors) =>
        doors.Server.Services.GetRequiredService<CommandDispatcher>();
}
