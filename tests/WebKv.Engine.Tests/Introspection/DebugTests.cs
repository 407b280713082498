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
        engine.Run("DEBUG", "DIGEST").IsError(ErrorCode.PermissionDenied);
        engine.Run("DEBUG", "DIGEST-VALUE", "k").IsError(ErrorCode.PermissionDenied);
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

    [Fact]
    public void Debug_Digest_IsThatOfTheData()
    {
        string nothing = Digest();
        Assert.Equal(new string('0', 32), nothing);
        _engine.Run("SET", "k", "v").IsOk();
        string one = Digest();
        _engine.Run("SELECT", "1").IsOk();
        Assert.Equal(one, Digest());
        _engine.Run("SET", "k", "v").IsOk();
        Assert.NotEqual(one, Digest());
        _engine.Run("DEL", "k").Is(1);
        Assert.Equal(one, Digest());
    }

    [Fact]
    public void Debug_Digest_InTransaction_SeesIt()
    {
        _engine.Run("SET", "k", "v").IsOk();
        string before = Digest();
        _engine.Run("MULTI").IsOk();
        _engine.Run("DEBUG", "DIGEST").Is("QUEUED");
        _engine.Run("DEL", "k").Is("QUEUED");
        _engine.Run("DEBUG", "DIGEST").Is("QUEUED");
        _engine.Run("EXEC").IsArray(before, 1L, new string('0', 32));
    }

    [Fact]
    public void Debug_DigestValue_KnowsNoKeys()
    {
        _engine.Run("SET", "a", "v").IsOk();
        _engine.Run("SET", "b", "v").IsOk();
        _engine.Run("SET", "c", "v", "PX", "1000").IsOk();
        _engine.Run("SET", "d", "w").IsOk();
        object?[] digests = _engine.Run("DEBUG", "DIGEST-VALUE", "a", "b", "c", "d", "none").Items;
        Assert.Equal(digests[0], digests[1]);
        Assert.Equal(3, digests[..4].Distinct().Count());
        Assert.Equal(new string('0', 32), digests[4]);
    }

    private string Digest() => Assert.IsType<string>(_engine.Run("DEBUG", "DIGEST").Value);
}
