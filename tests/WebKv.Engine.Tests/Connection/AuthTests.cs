using WebKv.Engine.Errors;
using WebKv.Engine.Sessions;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Connection;

public sealed class AuthTests : IDisposable
{
    private readonly TestEngine _engine = new(authenticator: new Authenticator("secret"));

    public AuthTests() => _engine.Client.Session.IsAuthenticated = false;

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Auth_BeforeIt_OnlyAFewCommandsRun()
    {
        _engine.Run("GET", "k").IsError("NOAUTH Authentication required.");
        _engine.Run("PING").IsError(ErrorCode.Unauthenticated);
        _engine.Run("CLIENT", "LIST").IsError("NOAUTH");
        _engine.Run("HELLO", "3").IsError("NOAUTH HELLO must be called with the client already authenticated");
        _engine.Run("NOSUCH").IsError("ERR unknown command 'NOSUCH'");
        _engine.Run("RESET").Is("RESET");
    }

    [Theory]
    [InlineData("AUTH", "secret")]
    [InlineData("AUTH", "default", "secret")]
    [InlineData("HELLO", "2", "AUTH", "default", "secret")]
    public void Auth_RightPassword_OpensTheDoor(params string[] line)
    {
        _engine.Run(line);
        _engine.Run("PING").Is("PONG");
    }

    [Theory]
    [InlineData("AUTH", "Secret")]
    [InlineData("AUTH", "")]
    [InlineData("AUTH", "nobody", "secret")]
    [InlineData("HELLO", "2", "AUTH", "default", "wrong")]
    public void Auth_WrongCredentials_KeepItClosed(params string[] line)
    {
        _engine.Run(line).IsError("WRONGPASS invalid username-password pair or user is disabled.");
        _engine.Run("PING").IsError("NOAUTH");
    }

    [Fact]
    public void Auth_FailingLater_KeepsTheConnectionAuthenticated()
    {
        _engine.Run("AUTH", "secret").IsOk();
        _engine.Run("AUTH", "wrong").IsError("WRONGPASS");
        _engine.Run("PING").Is("PONG");
        _engine.Run("RESET").Is("RESET");
        _engine.Run("PING").IsError("NOAUTH");
    }

    [Fact]
    public void Auth_NoPasswordConfigured_SaysSo()
    {
        using var open = new TestEngine();
        open.Run("AUTH", "x").IsError("ERR AUTH <password> called without any password configured");
        open.Run("AUTH", "default", "x").IsOk();
        open.Run("AUTH", "a", "b", "c").IsError("ERR syntax error");
    }
}
