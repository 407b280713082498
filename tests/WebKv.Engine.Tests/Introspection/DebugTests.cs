using WebKv.Engine.Errors;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Introspection;

public sealed class DebugTests : IDisposable
{
    private readonly TestEngine _engine = new(new EngineOptions { Shards = 4, DebugEnabled = true });

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Debug_NotEnabled_NamesTheSetting()
    {
        using var engine = new TestEngine();
        engine.Run("SET", "k", "v").IsOk();
        engine.Run("DEBUG", "SLEEP", "1").IsError("ERR DEBUG command not allowed. Set WebKv:Debug:Enabled to true");
        engine.Run("DEBUG", "OBJECT", "k").IsError(ErrorCode.PermissionDenied);
        Assert.Equal(TimeSpan.Zero, engine.Client.Session.ReplyDelay);
    }

    [Fact]
    public void Debug_Sleep_DelaysTheReplyOfItsConnection()
    {
        _engine.Run("DEBUG", "SLEEP", "0.25").IsOk();
        Assert.Equal(TimeSpan.FromMilliseconds(250), _engine.Client.Session.ReplyDelay);
        _engine.Run("DEBUG", "SLEEP", "61").IsError("ERR the seconds of DEBUG SLEEP must be between 0 and 60");
        _engine.Run("DEBUG", "SLEEP", "-1").IsError("ERR the seconds");
        _engine.Run("DEBUG", "SLEEP", "x").IsError("ERR value is not a valid float");
    }

    [Fact]
    public void Debug_Object_DescribesTheRecord()
    {
        _engine.Run("SET", "k", "value").IsOk();
        _engine.Advance(3000);
        string text = Assert.IsType<string>(_engine.Run("DEBUG", "OBJECT", "k").Value);
        Assert.StartsWith("Value at:", text);
        Assert.Contains(" serializedlength:5 ", text);
        Assert.EndsWith(" lru_seconds_idle:3", text);
        _engine.Run("DEBUG", "OBJECT", "missing").IsError("ERR no such key");
    }
}
