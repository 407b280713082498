using WebKv.Server.Tests.Hosting;
using WebKv.Server.Tests.Resp;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Commands;

public sealed class ConfigTests(RespFixture fixture) : IClassFixture<RespFixture>, IDisposable
{
    private const string Failed = "ERR CONFIG SET failed (possibly related to argument 'maxmemory') - ";

    private readonly RespClient _client = fixture.Server.ConnectResp();

    public void Dispose() => _client.Dispose();

    [Fact]
    public void Get_Patterns_FindsWhatExists()
    {
        Assert.Equal(
            new object?[] { "databases", "16", "save", "", "timeout", "0" },
            _client.Call("CONFIG", "GET", "databases", "SAVE", "time*", "nosuch"));
        Assert.Equal(new object?[] { "port", $"{fixture.Server.Resp.Port}" }, _client.Call("CONFIG", "GET", "port"));
        Assert.Equal(new object?[] { "requirepass", "" }, _client.Call("CONFIG", "GET", "requirepass"));
    }

    [Fact]
    public async Task Get_Password_IsNotShown()
    {
        await using var locked = new KvServer(("WebKv:Auth:Password", "secret"));
        using RespClient client = locked.ConnectResp();
        client.Call("AUTH", "secret");
        Assert.DoesNotContain("secret", (object?[])client.Call("CONFIG", "GET", "*")!);
    }

    [Theory]
    [InlineData("KEA", "AKE")]
    [InlineData("mE$g", "g$Em")]
    [InlineData("", "")]
    public void Set_KeyspaceEvents_ArePrintedInOneForm(string letters, string printed)
    {
        Assert.Equal("OK", _client.Call("CONFIG", "SET", "notify-keyspace-events", letters));
        Assert.Equal(
            new object?[] { "notify-keyspace-events", printed },
            _client.Call("CONFIG", "GET", "notify-keyspace-events"));
        Assert.Equal("OK", _client.Call("CONFIG", "SET", "notify-keyspace-events", ""));
    }

    [Fact]
    public async Task Get_KeyspaceEvents_AreThoseOfTheSetting()
    {
        await using var server = new KvServer(("WebKv:Notifications", "KEx"));
        using RespClient client = server.ConnectResp();
        Assert.Equal(
            new object?[] { "notify-keyspace-events", "xKE" }, client.Call("CONFIG", "GET", "notify-keyspace-events"));
    }

    [Theory]
    [InlineData("100mb", "104857600")]
    [InlineData("1GB", "1073741824")]
    [InlineData("2k", "2000")]
    [InlineData("123", "123")]
    [InlineData("0", "0")]
    public void Set_MaxMemory_TakesUnits(string value, string bytes)
    {
        Assert.Equal("OK", _client.Call("CONFIG", "SET", "maxmemory", value));
        Assert.Equal(new object?[] { "maxmemory", bytes }, _client.Call("CONFIG", "GET", "maxmemory"));
        Assert.Equal("OK", _client.Call("CONFIG", "SET", "maxmemory", "0"));
    }

    [Theory]
    [InlineData(
        "ERR CONFIG SET failed (possibly related to argument 'notify-keyspace-events') - Invalid event class "
        + "character. Use 'Ag$lshzxeKEtmdn'.", "notify-keyspace-events", "KEq")]
    [InlineData(
        "ERR CONFIG SET failed (possibly related to argument 'port') - can't set immutable config", "port", "1")]
    [InlineData(Failed + "argument must be a memory value", "maxmemory", "x")]
    [InlineData(Failed + "argument must be a memory value", "maxmemory", "-1")]
    [InlineData(Failed + "duplicate parameter", "maxmemory", "1", "maxmemory", "2")]
    [InlineData("ERR Unknown option or number of arguments for CONFIG SET - 'nosuch'", "maxmemory", "1", "nosuch", "2")]
    [InlineData("ERR wrong number of arguments for 'config|set' command", "maxmemory", "1", "port")]
    public void Set_Refused_ChangesNothing(string error, params string[] arguments)
    {
        Assert.Equal(new RespError(error), _client.Call(["CONFIG", "SET", .. arguments]));
        Assert.Equal(new object?[] { "maxmemory", "0" }, _client.Call("CONFIG", "GET", "maxmemory"));
    }

    [Fact]
    public void Rewrite_SaysWhereTheSettingsAre() => Assert.StartsWith(
        "ERR The server does not write its settings", Assert.IsType<RespError>(_client.Call("CONFIG", "REWRITE")).Text);
}
