using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Introspection;

public sealed class CommandTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Command_Count_IsTheNumberOfDescribedCommands()
    {
        object?[] all = _engine.Run("COMMAND").Items;
        _engine.Run("COMMAND", "COUNT").Is(all.Length);
        Assert.Equal(all.Length, _engine.Run("COMMAND", "INFO").Items.Length);
        Assert.Equal(2 * all.Length, _engine.Run("COMMAND", "DOCS").Items.Length);
        Assert.All(all, command => Assert.Equal(10, Assert.IsType<object?[]>(command).Length));
    }

    [Fact]
    public void Command_Info_DescribesAsRedisDoes()
    {
        object?[] replies = _engine.Run("COMMAND", "INFO", "get", "nosuch", "CLIENT").Items;
        object?[] get = Assert.IsType<object?[]>(replies[0]);
        Assert.Equal(new object?[] { "get", 2L }, get[..2]);
        Assert.Equal(new object?[] { "readonly", "fast" }, get[2]);
        Assert.Equal(new object?[] { 1L, 1L, 1L }, get[3..6]);
        Assert.Equal(new object?[] { "@read", "@string", "@fast" }, get[6]);
        object?[] keys = Assert.IsType<object?[]>(Assert.Single(Assert.IsType<object?[]>(get[8])));
        Assert.Equal(new object?[] { "flags", new object?[] { "RO", "ACCESS" } }, keys[..2]);
        Assert.Null(replies[1]);
        object?[] client = Assert.IsType<object?[]>(replies[2]);
        Assert.Equal(new object?[] { "client", -2L }, client[..2]);
        Assert.Contains(Assert.IsType<object?[]>(client[9]), sub => (string?)((object?[])sub!)[0] == "client|id");
    }

    [Fact]
    public void Command_Docs_LeavesOutUnknownNames()
    {
        object?[] docs = _engine.Run("COMMAND", "DOCS", "GET", "nosuch").Items;
        Assert.Equal("get", docs[0]);
        object?[] get = Assert.IsType<object?[]>(docs[1]);
        Assert.Equal("summary", get[0]);
        Assert.Equal(new object?[] { "group", "string" }, get[4..6]);
        Assert.Equal(2, docs.Length);
    }

    [Fact]
    public void Command_List_FiltersByCategoryAndPattern()
    {
        Assert.Contains("client|id", _engine.Run("COMMAND", "LIST").Items);
        Assert.Contains("get", _engine.Run("COMMAND", "LIST", "FILTERBY", "ACLCAT", "read").Items);
        Assert.DoesNotContain("set", _engine.Run("COMMAND", "LIST", "FILTERBY", "ACLCAT", "read").Items);
        _engine.Run("COMMAND", "LIST", "FILTERBY", "PATTERN", "pin*").IsArray("ping");
        _engine.Run("COMMAND", "LIST", "FILTERBY", "MODULE", "x").IsArray();
        _engine.Run("COMMAND", "LIST", "FILTERBY", "BOGUS", "x").IsError("ERR syntax error");
    }

    [Fact]
    public void Command_GetKeys_FindsThem()
    {
        _engine.Run("COMMAND", "GETKEYS", "SET", "k", "v", "EX", "10").IsArray("k");
        _engine.Run("COMMAND", "GETKEYS", "DEL", "a", "b", "c").IsArray("a", "b", "c");
        _engine.Run("COMMAND", "GETKEYS", "PING").IsError("ERR The command has no key arguments");
        _engine.Run("COMMAND", "GETKEYS", "GET").IsError("ERR Invalid number of arguments specified for command");
        _engine.Run("COMMAND", "GETKEYS", "NOSUCH", "k").IsError("ERR Invalid command specified");
    }

    [Fact]
    public void Command_UnknownSubcommand_IsAnError() =>
        _engine.Run("COMMAND", "BOGUS").IsError("ERR unknown subcommand 'BOGUS'. Try COMMAND HELP.");

    [Fact]
    public void Time_IsTheEnginesClock()
    {
        _engine.Advance(1234);
        _engine.Run("TIME").IsArray("1767225601", "234000");
    }
}
