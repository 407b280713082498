using WebKv.Engine.Commands;
using WebKv.Engine.Effects;
using WebKv.Engine.Keyspace;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Effects;

/// <summary>
/// The journal's promise: the effects alone, replayed at another time on other shards, give the same data.
/// </summary>
public sealed class ReplayEqualsLiveTests
{
    [Fact]
    public void EveryWriteCommand_HasAGenerator()
    {
        var generator = new WriteCommandGenerator(new Random(1), () => 0);
        IEnumerable<string> forgotten = WriteCommands().Where(name => !generator.Knows(name));
        Assert.True(!forgotten.Any(), $"add to WriteCommandGenerator: {string.Join(' ', forgotten)}");
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomCommands_Replayed_GiveTheSameData(int seed)
    {
        using var live = new TestEngine(Options(shards: 8));
        var random = new Random(seed);
        var generator = new WriteCommandGenerator(random, () => live.Engine.NowMs);
        string[] commands = [.. WriteCommands().Where(generator.Knows)];
        for (int step = 0; step < FuzzRuns.Steps(5_000); step++)
        {
            live.Client.Session.Database = random.Next(WriteCommandGenerator.Databases);
            live.Run(generator.Line(commands[random.Next(commands.Length)]));
            if (random.Next(10) == 0)
                live.Run("GET", $"key:{random.Next(12)}");
            if (random.Next(5) == 0)
                live.Advance(random.Next(500));
            if (step % 2500 == 2499)
                AssertReplayEquals(live);
        }
    }

    [Fact]
    public void EachWriteCommand_OnItsOwnAfterSets_GivesTheSameData()
    {
        foreach (string command in WriteCommands())
        {
            using var live = new TestEngine(Options(shards: 4));
            var random = new Random(7);
            var generator = new WriteCommandGenerator(random, () => live.Engine.NowMs);
            string filler = Filler(command);
            for (int step = 0; step < 300; step++)
            {
                live.Client.Session.Database = random.Next(2);
                live.Run(generator.Line(random.Next(2) == 0 ? filler : command));
                live.Advance(random.Next(3) * 100);
            }
            AssertReplayEquals(live, command);
        }
    }

    [Fact]
    public void Replay_AboveTheMemoryLimit_IsNotRefused()
    {
        using var live = new TestEngine();
        live.Run("SET", "a", "1").IsOk();
        live.Run("SET", "b", "2").IsOk();
        using var replayed = new TestEngine(new EngineOptions { Shards = 1, MemoryMax = 1 });
        live.Journal.ReplayInto(new EffectReplayer(replayed.Engine, replayed.Table));
        Assert.Equal(2, replayed.Engine.CountKeys(0));
        replayed.Run("SET", "c", "3").IsError("OOM");
    }

    private static void AssertReplayEquals(TestEngine live, string? command = null)
    {
        using var replayed = new TestEngine(Options(shards: 2));
        replayed.Advance(TimeSpan.MillisecondsPerDay * 1_000);
        live.Journal.ReplayInto(new EffectReplayer(replayed.Engine, replayed.Table));
        for (int database = 0; database < WriteCommandGenerator.Databases; database++)
        {
            Assert.Equal(live.Engine.CountKeys(database), replayed.Engine.CountKeys(database));
            Assert.Equal(live.Engine.CountVolatileKeys(database), replayed.Engine.CountVolatileKeys(database));
        }
        Assert.True(KeyspaceDigest.Of(live.Engine) == KeyspaceDigest.Of(replayed.Engine), $"replay differs: {command}");
    }

    // Gives the command something to work on.
    private static string Filler(string command) => GroupOf(command) switch
    {
        CommandGroup.List => "rpush",
        _ when command == "sort" => "rpush",
        _ => "set",
    };

    private static CommandGroup GroupOf(string command) =>
        EngineCommands.CreateTable().TryGet(command, out CommandEntry? entry) ? entry.Info.Group : default;

    private static EngineOptions Options(int shards) =>
        new() { Shards = shards, Databases = WriteCommandGenerator.Databases };

    private static IEnumerable<string> WriteCommands() => EngineCommands.CreateTable().Entries
        .Where(entry => entry.Info.Is(CommandFlags.Write))
        .Select(entry => entry.Info.Name);
}
