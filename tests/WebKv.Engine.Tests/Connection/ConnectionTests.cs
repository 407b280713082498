using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Connection;

public sealed class ConnectionTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Ping_WithAndWithoutMessage_Answers()
    {
        _engine.Run("PING").Is("PONG");
        _engine.Run("ping", "hi").Is("hi");
        _engine.Run("PING", "a", "b").IsError("ERR wrong number of arguments for 'ping' command");
        _engine.Run("ECHO", "a\0b").Is("a\0b");
    }

    [Theory]
    [InlineData("PING", "PONG")]
    [InlineData("ECHO x", "x")]
    public void Stateless_PingAndEcho_Work(string line, string expected) =>
        new Reply(line, RunStateless(line)).Is(expected);

    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("HELLO 3")]
    [InlineData("AUTH secret")]
    [InlineData("CLIENT ID")]
    [InlineData("CLIENT REPLY OFF")]
    [InlineData("QUIT")]
    [InlineData("RESET")]
    public void Stateless_CommandsAboutTheConnection_AreRefused(string line) =>
        new Reply(line, RunStateless(line)).IsError(ErrorCode.NeedsConnection);

    [Fact]
    public void Select_AnotherDatabase_SeesOtherKeys()
    {
        _engine.Run("SET", "k", "zero").IsOk();
        _engine.Run("SELECT", "1").IsOk();
        _engine.Run("GET", "k").IsNull();
        _engine.Run("SELECT", "16").IsError("ERR DB index is out of range");
        _engine.Run("SELECT", "-1").IsError("ERR DB index is out of range");
        _engine.Run("SELECT", "x").IsError("ERR value is not an integer or out of range");
        Assert.Equal(1, _engine.Client.Session.Database);
        _engine.Run("SELECT", "0").IsOk();
        _engine.Run("GET", "k").Is("zero");
    }

    [Fact]
    public void Hello_WithoutArguments_ReportsAndChangesNothing()
    {
        object?[] reply = _engine.Run("HELLO").Items;
        Assert.Equal(
            new object?[] { "server", "redis", "version", "7.2.4", "proto", 2L, "id", _engine.Client.Session.Id },
            reply[..8]);
        Assert.Equal(2, _engine.Client.Session.Protocol);
    }

    [Fact]
    public void Hello_Options_ChooseProtocolAndName()
    {
        _engine.Run("HELLO", "3", "SETNAME", "worker");
        Assert.Equal(3, _engine.Client.Session.Protocol);
        _engine.Run("CLIENT", "GETNAME").Is("worker");
    }

    [Theory]
    [InlineData("NOPROTO unsupported protocol version", "4")]
    [InlineData("NOPROTO unsupported protocol version", "1")]
    [InlineData("ERR Protocol version is not an integer or out of range", "three")]
    [InlineData("ERR Syntax error in HELLO option 'setname'", "3", "setname")]
    [InlineData("ERR Syntax error in HELLO option 'AUTH'", "3", "SETNAME", "new", "AUTH", "default")]
    [InlineData("ERR Client names cannot contain spaces", "3", "SETNAME", "a b")]
    [InlineData("WRONGPASS", "3", "SETNAME", "new", "AUTH", "nobody", "x")]
    public void Hello_Failing_LeavesTheConnectionAsItWas(string error, params string[] arguments)
    {
        _engine.Run("CLIENT", "SETNAME", "old").IsOk();
        _engine.Run(["HELLO", .. arguments]).IsError(error);
        Assert.Equal(2, _engine.Client.Session.Protocol);
        Assert.Equal("old", _engine.Client.Session.Name);
    }

    [Fact]
    public void Reset_ChangedConnection_IsAsNew()
    {
        _engine.Run("HELLO", "3", "SETNAME", "worker");
        _engine.Run("SELECT", "3").IsOk();
        _engine.Run("CLIENT", "NO-TOUCH", "ON").IsOk();
        ClientSession session = _engine.Client.Session;
        session.Transaction.Open();
        _engine.Run("SET", "k", "v").Is("QUEUED");
        _engine.Run("RESET").Is("RESET");
        Assert.Equal((2, 0, "", false), (session.Protocol, session.Database, session.Name, session.NoTouch));
        Assert.False(session.Transaction.IsOpen);
        _engine.Run("GET", "k").IsNull();
    }

    [Fact]
    public void Quit_InsideMulti_ClosesAtOnce()
    {
        _engine.Client.Session.Transaction.Open();
        _engine.Run("QUIT").IsOk();
        Assert.True(_engine.Client.Session.IsClosing);
    }

    private object? RunStateless(string line)
    {
        var writer = new TreeReplyWriter();
        var scope = new CommandScope(_engine.Dispatcher, session: null);
        scope.BeginBatch(_engine.Engine.Rent());
        using CommandLine command = CommandLine.Of(line.Split(' '));
        _engine.Dispatcher.Dispatch(scope, command.Arguments, writer);
        KvEngine.Return(scope.Context);
        return Assert.Single(writer.Replies);
    }
}
