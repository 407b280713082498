using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Strings;

/// <summary>APPEND and STRLEN.</summary>
public sealed class AppendTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Append_CreatesAndGrows_AndIsLogged()
    {
        _engine.Run("APPEND", "k", "Hello").Is(5);
        _engine.Run("APPEND", "k", " World").Is(11);
        _engine.Run("GET", "k").Is("Hello World");
        _engine.Run("STRLEN", "k").Is(11);
        _engine.Run("STRLEN", "missing").Is(0);
        Assert.Equal(["db0 APPEND k Hello", "db0 APPEND k  World"], _engine.TakeEffects());
    }

    [Fact]
    public void Append_Nothing_CreatesAnEmptyKeyButChangesNoOldOne()
    {
        _engine.Run("APPEND", "k", "").Is(0);
        _engine.Run("GET", "k").Is("");
        Assert.Equal(["db0 APPEND k "], _engine.TakeEffects());
        _engine.Run("APPEND", "k", "").Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void Append_KeepsTheExpiry()
    {
        _engine.Run("PSETEX", "k", "100", "a").IsOk();
        _engine.Run("APPEND", "k", new string('b', 1000)).Is(1001);
        _engine.Advance(101);
        _engine.Run("GET", "k").IsNull();
    }

    [Fact]
    public void Append_AcrossEverySizeOfBlock_KeepsAllBytes()
    {
        string expected = "";
        for (int i = 0; i < 60; i++)
        {
            string piece = new((char)('A' + i), i * 17);
            expected += piece;
            _engine.Run("APPEND", "k", piece).Is(expected.Length);
        }
        Assert.True(expected.Length > 16 * 1024);
        _engine.Run("GET", "k").Is(expected);
    }

    [Fact]
    public void Append_BlobThatTheJournalStillHolds_LeavesTheJournalAlone()
    {
        string big = new('x', 20_000);
        _engine.Run("SET", "k", big).IsOk();
        _engine.Run("APPEND", "k", "y").Is(20_001);
        _engine.Run("GET", "k").Is(big + "y");
        Assert.Equal([$"db0 SET k {big}", "db0 APPEND k y"], _engine.TakeEffects());
    }
}
