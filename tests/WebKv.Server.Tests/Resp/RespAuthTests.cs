using WebKv.Server.Tests.Hosting;
using WebKv.Testing.Peers;

namespace WebKv.Server.Tests.Resp;

public sealed class RespAuthTests
{
    // Not UTF-8 safe on the wire unless it is sent byte for byte: two characters, four bytes.
    private const string Password = "p\u00e4ss\u0000w\u00f6rd";
    private static readonly string PasswordBytes =
        System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(Password));

    [Fact]
    public async Task BeforeAuth_CommandsAreRefused_AndBinaryPasswordsWork()
    {
        await using var server = new KvServer(("WebKv:Auth:Password", Password));
        using RespClient client = server.ConnectResp();
        IsError("NOAUTH Authentication required.", client.Call("GET", "k"));
        IsError("WRONGPASS invalid username-password pair or user is disabled.", client.Call("AUTH", "p\u00e4ss"));
        IsError("NOAUTH", client.Call("PING"));
        Assert.Equal("OK", client.Call("AUTH", PasswordBytes));
        Assert.Equal("PONG", client.Call("PING"));
        IsError("WRONGPASS", client.Call("AUTH", "nobody", PasswordBytes));
        Assert.Equal("PONG", client.Call("PING"));
    }

    [Fact]
    public async Task Hello_FailedAuth_LeavesProtocolAndName()
    {
        await using var server = new KvServer(("WebKv:Auth:Password", Password));
        using RespClient client = server.ConnectResp();
        IsError("WRONGPASS", client.Call("HELLO", "3", "SETNAME", "me", "AUTH", "default", "wrong"));
        IsError("NOAUTH HELLO must be called", client.Call("HELLO", "3"));
        Assert.Equal("OK", client.Call("AUTH", "default", PasswordBytes));
        string line = Assert.IsType<string>(client.Call("CLIENT", "INFO"));
        Assert.Contains(" name= ", line);
        Assert.Contains(" resp=2 ", line);
        Assert.Equal(14, Assert.IsType<object?[]>(client.Call("HELLO", "3", "AUTH", "default", PasswordBytes)).Length);
    }

    [Fact]
    public async Task BeforeAuth_BigRequests_AreProtocolErrors()
    {
        await using var server = new KvServer(("WebKv:Auth:Password", Password));
        Assert.Equal("-ERR Protocol error: unauthenticated multibulk length\r\n", server.Converse("*11\r\n"));
        Assert.Equal(
            "-ERR Protocol error: unauthenticated bulk length\r\n",
            server.Converse("*2\r\n$4\r\nAUTH\r\n$16385\r\n"));
    }

    [Fact]
    public async Task AuthInAPipeline_LiftsTheLimitsForWhatFollows()
    {
        await using var server = new KvServer(("WebKv:Auth:Password", "secret"));
        string big = new('x', 100_000);
        Assert.Equal("+OK\r\n+OK\r\n+OK\r\n", server.Converse(
            $"AUTH secret\r\n*3\r\n$3\r\nSET\r\n$1\r\nk\r\n$100000\r\n{big}\r\nQUIT\r\n"));
    }

    private static void IsError(string text, object? reply) =>
        Assert.StartsWith(text, Assert.IsType<RespError>(reply).Text, StringComparison.Ordinal);
}
