using System.Globalization;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Lists;

public sealed class ListTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Push_AddsInTurn_AndRepliesTheLength()
    {
        _engine.Run("RPUSH", "k", "a", "b").Is(2);
        _engine.Run("LPUSH", "k", "1", "2").Is(4);
        _engine.Run("LRANGE", "k", "0", "-1").IsArray("2", "1", "a", "b");
        _engine.TakeEffects();
        _engine.Run("RPUSHX", "k", "z").Is(5);
        Assert.Equal(["db0 RPUSH k z"], _engine.TakeEffects());
    }

    [Fact]
    public void PushX_MissingKey_DoesNothing()
    {
        _engine.Run("LPUSHX", "k", "a").Is(0);
        _engine.Run("EXISTS", "k").Is(0);
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void Pop_LastElement_RemovesTheKey()
    {
        _engine.Run("RPUSH", "k", "a");
        _engine.Run("LPOP", "k").Is("a");
        _engine.Run("EXISTS", "k").Is(0);
        _engine.Run("LPOP", "k").IsNull();
        _engine.Run("LPOP", "k", "2").IsNull();
    }

    [Fact]
    public void Pop_WithCount_TakesWhatThereIs_AndLogsWhatItTook()
    {
        _engine.Run("RPUSH", "k", "a", "b", "c");
        _engine.Run("LPOP", "k", "0").IsArray();
        _engine.TakeEffects();
        _engine.Run("RPOP", "k", "2").IsArray("c", "b");
        _engine.Run("LMPOP", "2", "missing", "k", "LEFT", "COUNT", "9");
        Assert.Equal(["db0 RPOP k 2", "db0 LPOP k 1"], _engine.TakeEffects());
    }

    [Fact]
    public void LMove_OntoItself_Rotates()
    {
        _engine.Run("RPUSH", "k", "a", "b", "c");
        _engine.Run("LMOVE", "k", "k", "LEFT", "RIGHT").Is("a");
        _engine.Run("LRANGE", "k", "0", "-1").IsArray("b", "c", "a");
        _engine.Run("RPUSH", "one", "x");
        _engine.Run("RPOPLPUSH", "one", "one").Is("x");
        _engine.Run("LLEN", "one").Is(1);
    }

    [Fact]
    public void LMove_WrongTypedDestination_LeavesTheSource()
    {
        _engine.Run("RPUSH", "k", "a");
        _engine.Run("SET", "s", "v");
        _engine.Run("LMOVE", "k", "s", "LEFT", "LEFT").IsError("WRONGTYPE");
        _engine.Run("LRANGE", "k", "0", "-1").IsArray("a");
    }

    [Theory]
    [InlineData("a", "listpack")]
    [InlineData("long", "quicklist")]
    public void Encoding_IsNamedAsInRedis(string element, string encoding)
    {
        _engine.Run("RPUSH", "k", element == "long" ? new string('x', 10_000) : element);
        _engine.Run("OBJECT", "ENCODING", "k").Is(encoding);
        _engine.Run("TYPE", "k").Is("list");
    }

    [Fact]
    public void BigList_IsMovedCopiedAndFreedWhole()
    {
        const int Count = 30_000;
        for (int i = 0; i < Count; i += 100)
            _engine.Run(["RPUSH", "{1}k", .. Enumerable.Range(i, 100).Select(n => $"element {n}")]);
        _engine.Run("COPY", "{1}k", "{2}copy").Is(1);
        _engine.Run("RENAME", "{1}k", "{3}moved").IsOk();
        _engine.Run("LINDEX", "{2}copy", "12345").Is("element 12345");
        _engine.Run("LINDEX", "{3}moved", "-1").Is($"element {Count - 1}");
        _engine.Run("LLEN", "{3}moved").Is(Count);
        _engine.Run("DEL", "{2}copy", "{3}moved").Is(2);
        _engine.Engine.Frees.RunToEnd();
        Assert.InRange(_engine.Engine.Shards.Sum(shard => shard.UsedBytes), 0, 4096);
    }

    [Fact]
    public void Expiry_StaysWhileElementsComeAndGo()
    {
        _engine.Run("RPUSH", "k", "a");
        _engine.Run("PEXPIRE", "k", "1000").Is(1);
        _engine.Run("RPUSH", "k", new string('x', 9000));
        _engine.Run("PTTL", "k").Is(1000);
        _engine.Advance(1001);
        _engine.Run("LLEN", "k").Is(0);
    }

    [Theory]
    [InlineData("RPUSH k {0}")]
    [InlineData("LPUSH k {0}")]
    [InlineData("LINSERT k BEFORE pivot {0}")]
    public void Push_ThatMovesTheListToAHeapOfItsOwn_RepliesTheLength(string line)
    {
        string[] words = string.Format(CultureInfo.InvariantCulture, line, new string('e', 5_000)).Split(' ');
        _engine.Run("RPUSH", "k", "pivot").Is(1);
        for (int length = 2; length < 150; length++)
            _engine.Run(words).Is(length);
    }

    [Theory]
    [InlineData("LPUSH", "s", "v")]
    [InlineData("LPOP", "s")]
    [InlineData("LLEN", "s")]
    [InlineData("LRANGE", "s", "0", "1")]
    [InlineData("LINDEX", "s", "0")]
    [InlineData("LSET", "s", "0", "v")]
    [InlineData("LINSERT", "s", "BEFORE", "v", "w")]
    [InlineData("LREM", "s", "0", "v")]
    [InlineData("LTRIM", "s", "0", "1")]
    [InlineData("LPOS", "s", "v")]
    [InlineData("LMPOP", "1", "s", "LEFT")]
    [InlineData("LMOVE", "s", "k", "LEFT", "LEFT")]
    public void OtherType_IsRefusedAndLeftAlone(params string[] line)
    {
        _engine.Run("SET", "s", "value");
        _engine.Run(line).IsError("WRONGTYPE Operation against a key holding the wrong kind of value");
        _engine.Run("GET", "s").Is("value");
    }
}
