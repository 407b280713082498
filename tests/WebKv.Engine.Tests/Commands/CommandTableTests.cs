using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Tests.Commands;

public sealed class CommandTableTests
{
    [Theory]
    [InlineData("GET")]
    [InlineData("get")]
    [InlineData("gEt")]
    public void Find_AnyCase_IsFound(string name) => Assert.Equal("get", Find(EngineCommands.CreateTable(), name));

    [Theory]
    [InlineData("")]
    [InlineData("GE")]
    [InlineData("GETT")]
    [InlineData("GET\0")]
    [InlineData("GET ")]
    [InlineData("\0GET")]
    [InlineData("CODECODECODECODECODECODECODECODECODECODE")]
    public void Find_UnknownName_IsNone(string name) => Assert.Null(Find(EngineCommands.CreateTable(), name));

    [Fact]
    public void Find_NamesAroundEightBytes_AreToldApart()
    {
        string[] names = ["abcdefg", "abcdefgh", "abcdefghi", "abcdefghj", "abcdefgh_ro", "abcdefghijklmnop"];
        CommandTable table = TableOf(names);
        foreach (string name in names)
        {
            Assert.Equal(name, Find(table, name));
            Assert.Equal(name, Find(table, name.ToUpperInvariant()));
        }
        Assert.Null(Find(table, "abcdef"));
        Assert.Null(Find(table, "abcdefghk"));
        Assert.Null(Find(table, "abcdefghijklmno"));
        Assert.Null(Find(table, "abcdefgh\u007Fro"));
    }

    [Fact]
    public void Find_Container_ChoosesBySubcommand()
    {
        CommandTable table = TableOf(["client|id", "client|list", "command", "command|docs"]);
        Assert.Equal("client|id", Find(table, "CLIENT", "ID"));
        Assert.Equal("client|list", Find(table, "client", "list"));
        Assert.Null(Find(table, "client", "bogus"));
        Assert.Null(Find(table, "client"));
        Assert.Equal("command|docs", Find(table, "command", "docs"));
        Assert.Equal("command", Find(table, "command"));
        Assert.Equal("command", Find(table, "command", "get"));
        Assert.True(table.IsContainer("CLIENT"u8));
        Assert.False(table.IsContainer("id"u8));
        Assert.True(table.TryGet("CLIENT|ID", out _));
    }

    [Fact]
    public void Find_ContainerDeclaredBeforeItsOwnCommand_KeepsBoth()
    {
        CommandTable table = TableOf(["command|docs", "command"]);
        Assert.Equal("command|docs", Find(table, "command", "docs"));
        Assert.Equal("command", Find(table, "command", "count"));
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void Find_200RandomNames_FindsExactlyThose(int seed)
    {
        var random = new Random(seed);
        var names = new HashSet<string>();
        while (names.Count < 200)
            names.Add(RandomName(random));
        CommandTable table = TableOf([.. names]);
        Assert.All(names, name => Assert.Equal(name, Find(table, name.ToUpperInvariant())));
        for (int i = 0; i < 5_000; i++)
        {
            string name = RandomName(random);
            Assert.Equal(names.Contains(name) ? name : null, Find(table, name));
        }
    }

    [Fact]
    public void Entries_OfTheEngine_AreNumberedAndNamedOnce()
    {
        IReadOnlyList<CommandEntry> entries = EngineCommands.CreateTable().Entries;
        Assert.Equal(Enumerable.Range(0, entries.Count), entries.Select(entry => entry.Index));
        Assert.Equal(entries.Count, entries.Select(entry => entry.Info.Name).Distinct().Count());
        Assert.All(entries, entry => Assert.Equal(entry.Info.Name.ToLowerInvariant(), entry.Info.Name));
    }

    // Few letters, so that prefixes and near misses are common.
    private static string RandomName(Random random) =>
        new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => (char)('a' + random.Next(3)))]);

    private static string? Find(CommandTable table, params string[] line) =>
        table.Find(CommandLine.Of(line).Arguments)?.Info.Name;

    private static CommandTable TableOf(IEnumerable<string> names)
    {
        var table = new CommandTable();
        foreach (string name in names)
            table.Add(new NamedCommand(name));
        return table;
    }

    private sealed class NamedCommand(string name) : SessionCommand(new CommandInfo(name, "")
    {
        Arity = -1,
        Flags = CommandFlags.None,
        Group = CommandGroup.Server,
        Summary = "",
        Complexity = "",
    })
    {
        protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer) => null;
    }
}
