using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Connection;

public sealed class ClientTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Client_SetName_IsShownAndTakenAway()
    {
        _engine.Run("CLIENT", "GETNAME").IsNull();
        _engine.Run("CLIENT", "SETNAME", "worker-1").IsOk();
        _engine.Run("CLIENT", "GETNAME").Is("worker-1");
        _engine.Run("CLIENT", "SETNAME", "a\nb").IsError("ERR Client names cannot contain spaces, newlines");
        _engine.Run("CLIENT", "SETNAME", "").IsOk();
        _engine.Run("CLIENT", "GETNAME").IsNull();
    }

    [Fact]
    public void Client_Info_HasTheFieldsThatToolsRead()
    {
        _engine.Run("CLIENT", "SETINFO", "lib-name", "mylib").IsOk();
        _engine.Run("CLIENT", "SETINFO", "LIB-VER", "1.2").IsOk();
        _engine.Run("CLIENT", "SETINFO", "LIB-AGE", "1").IsError("ERR Unrecognized option 'LIB-AGE'");
        _engine.Run("CLIENT", "SETINFO", "LIB-NAME", "a b").IsError("ERR lib-name cannot contain spaces");
        _engine.Run("SELECT", "2").IsOk();
        _engine.Advance(2500);
        string line = Assert.IsType<string>(_engine.Run("CLIENT", "INFO").Value);
        Assert.StartsWith($"id={_engine.Client.Session.Id} addr=127.0.0.1:50000 laddr=127.0.0.1:6379 ", line);
        Assert.Contains(" age=2 ", line);
        Assert.Contains(" flags=N db=2 sub=0 psub=0 ssub=0 multi=-1 watch=0 ", line);
        Assert.EndsWith(" cmd=client|info user=default redir=-1 resp=2 lib-name=mylib lib-ver=1.2\n", line);
    }

    [Fact]
    public void Client_List_FiltersByIdAndType()
    {
        TestClient other = _engine.NewClient();
        TestClient third = _engine.NewClient();
        Assert.Equal(3, ListedIds("CLIENT", "LIST").Length);
        Assert.Equal(3, ListedIds("CLIENT", "LIST", "TYPE", "normal").Length);
        Assert.Empty(ListedIds("CLIENT", "LIST", "TYPE", "pubsub"));
        Assert.Equal(
            [$"id={other.Session.Id}", $"id={third.Session.Id}"],
            ListedIds("CLIENT", "LIST", "ID", $"{third.Session.Id}", $"{other.Session.Id}", "999"));
        _engine.Run("CLIENT", "LIST", "TYPE", "bogus").IsError("ERR Unknown client type 'bogus'");
        _engine.Run("CLIENT", "LIST", "ID", "x").IsError("ERR Invalid client ID");
        _engine.Run("CLIENT", "LIST", "ID").IsError("ERR syntax error");
    }

    [Fact]
    public void Client_KillByAddress_ClosesThatOne()
    {
        TestClient other = _engine.NewClient();
        _engine.Run("CLIENT", "KILL", other.Session.RemoteAddress).IsOk();
        Assert.True(other.Session.IsClosing);
        _engine.Run("CLIENT", "KILL", "1.2.3.4:5").IsError("ERR No such client");
        _engine.Run("CLIENT", "KILL", _engine.Client.Session.RemoteAddress).IsOk();
        Assert.True(_engine.Client.Session.IsClosing);
    }

    [Fact]
    public void Client_KillByConditions_CountsAndSparesTheCaller()
    {
        TestClient old = _engine.NewClient();
        _engine.Advance(10_000);
        TestClient young = _engine.NewClient();
        _engine.Run("CLIENT", "KILL", "ID", $"{old.Session.Id}", "USER", "default", "TYPE", "pubsub").Is(0);
        _engine.Run("CLIENT", "KILL", "MAXAGE", "5", "LADDR", "127.0.0.1:6379").Is(1);
        Assert.True(old.Session.IsClosing);
        Assert.False(young.Session.IsClosing);
        _engine.Run("CLIENT", "KILL", "ADDR", young.Session.RemoteAddress, "SKIPME", "no").Is(1);
        Assert.True(young.Session.IsClosing);
        Assert.False(_engine.Client.Session.IsClosing);
        _engine.Run("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "no").Is(1);
        Assert.True(_engine.Client.Session.IsClosing);
    }

    [Theory]
    [InlineData("ERR client-id should be greater than 0", "ID", "0")]
    [InlineData("ERR Unknown client type 'x'", "TYPE", "x")]
    [InlineData("ERR No such user 'x'", "USER", "x")]
    [InlineData("ERR syntax error", "SKIPME", "maybe")]
    [InlineData("ERR syntax error", "BOGUS", "1")]
    [InlineData("ERR syntax error", "ID", "1", "TYPE")]
    [InlineData("ERR maxage should be greater than 0", "MAXAGE", "0")]
    public void Client_KillWithBadConditions_KillsNobody(string error, params string[] conditions)
    {
        _engine.Run(["CLIENT", "KILL", .. conditions]).IsError(error);
        Assert.False(_engine.Client.Session.IsClosing);
    }

    [Fact]
    public void Client_UnknownSubcommand_PointsToHelp()
    {
        _engine.Run("CLIENT", "BOGUS").IsError("ERR unknown subcommand 'BOGUS'. Try CLIENT HELP.");
        _engine.Run("CLIENT").IsError("ERR wrong number of arguments for 'client' command");
        object?[] help = _engine.Run("CLIENT", "HELP").Items;
        Assert.Contains("GETNAME", help);
        Assert.Contains("HELP", help);
    }

    private string[] ListedIds(params string[] line) =>
        [.. Assert.IsType<string>(_engine.Run(line).Value)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(client => client.Split(' ')[0])];
}
