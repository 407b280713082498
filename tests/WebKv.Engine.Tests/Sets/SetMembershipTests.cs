using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Sets;

public sealed class SetMembershipTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void SAdd_CountsNewMembersOnly()
    {
        _engine.Run("SADD", "s", "a", "b", "a").Is(2);
        _engine.Run("SADD", "s", "b").Is(0);
        _engine.Run("SCARD", "s").Is(2);
        Assert.Equal(["db0 SADD s a b a"], _engine.TakeEffects());
    }

    [Fact]
    public void SRem_LastMember_TakesTheKey()
    {
        _engine.Run("SADD", "s", "a", "b").Is(2);
        _engine.Run("SREM", "s", "c").Is(0);
        _engine.Run("SREM", "s", "a", "b", "c", "a").Is(2);
        _engine.Run("EXISTS", "s").Is(0);
        _engine.Run("SREM", "s", "a").Is(0);
        Assert.Equal(["db0 SADD s a b", "db0 SREM s a b c a"], _engine.TakeEffects());
    }

    [Fact]
    public void SMIsMember_AnswersInOrder()
    {
        _engine.Run("SADD", "s", "1", "x").Is(2);
        _engine.Run("SMISMEMBER", "s", "x", "y", "1", "01").IsArray(1L, 0L, 1L, 0L);
        _engine.Run("SMISMEMBER", "missing", "x", "y").IsArray(0L, 0L);
        _engine.Run("SISMEMBER", "s", "1").Is(1);
        _engine.Run("SISMEMBER", "s", "+1").Is(0);
        _engine.Run("SISMEMBER", "missing", "x").Is(0);
    }

    [Fact]
    public void SMembers_OfIntegers_AreSorted()
    {
        _engine.Run("SADD", "s", "30", "-5", "70000", "9223372036854775807", "-9223372036854775808").Is(5);
        _engine.Run("SMEMBERS", "s").IsArray("-9223372036854775808", "-5", "30", "70000", "9223372036854775807");
        _engine.Run("SMEMBERS", "missing").IsArray();
    }

    [Fact]
    public void Members_AreAnyBytes()
    {
        string[] members = ["", "\0\u00ff", new string('m', 70), new string('n', 9_000), new string('o', 70_000)];
        _engine.Run(["SADD", "s", .. members]).Is(members.Length);
        foreach (string member in members)
            _engine.Run("SISMEMBER", "s", member).Is(1);
        Assert.Equal(members.Order(), _engine.Run("SMEMBERS", "s").Items.Cast<string>().Order());
        _engine.Run(["SREM", "s", .. members]).Is(members.Length);
        _engine.Run("EXISTS", "s").Is(0);
    }

    [Theory]
    [InlineData("intset", "1", "2")]
    [InlineData("listpack", "a", "1")]
    [InlineData("listpack", "1", "a")]
    [InlineData("hashtable", "a", "12345678901234567890123456789012345678901234567890123456789012345")]
    [InlineData("hashtable", "1", "12345678901234567890123456789012345678901234567890123456789012345")]
    public void Encoding_FollowsTheMembers(string encoding, params string[] members)
    {
        _engine.Run(["SADD", "s", .. members]).Is(members.Length);
        _engine.Run("OBJECT", "ENCODING", "s").Is(encoding);
    }

    [Fact]
    public void Encoding_ChangesAtTheLimitsAndNeverBack()
    {
        string[] integers = [.. Enumerable.Range(0, 512).Select(i => $"{i}")];
        _engine.Run(["SADD", "integers", .. integers]).Is(512);
        _engine.Run("OBJECT", "ENCODING", "integers").Is("intset");
        _engine.Run("SADD", "integers", "512").Is(1);
        _engine.Run("OBJECT", "ENCODING", "integers").Is("hashtable");
        string[] words = [.. Enumerable.Range(0, 128).Select(i => $"w{i}")];
        _engine.Run(["SADD", "words", .. words]).Is(128);
        _engine.Run("OBJECT", "ENCODING", "words").Is("listpack");
        _engine.Run("SADD", "words", "more").Is(1);
        _engine.Run("OBJECT", "ENCODING", "words").Is("hashtable");
        _engine.Run(["SREM", "words", .. words]).Is(128);
        _engine.Run("OBJECT", "ENCODING", "words").Is("hashtable");
        _engine.Run("SMEMBERS", "words").IsArray("more");
    }

    [Fact]
    public void Expiry_IsKeptByChanges()
    {
        _engine.Run("SADD", "s", "a").Is(1);
        _engine.Run("PEXPIRE", "s", "1000").Is(1);
        _engine.Run("SADD", "s", "b").Is(1);
        _engine.Run("PTTL", "s").Is(1000);
        _engine.Advance(1001);
        _engine.Run("SADD", "s", "c").Is(1);
        _engine.Run("SMEMBERS", "s").IsArray("c");
    }

    [Theory]
    [InlineData("SADD k m")]
    [InlineData("SREM k m")]
    [InlineData("SCARD k")]
    [InlineData("SISMEMBER k m")]
    [InlineData("SMISMEMBER k m n")]
    [InlineData("SMEMBERS k")]
    [InlineData("SPOP k")]
    [InlineData("SPOP k 0")]
    [InlineData("SRANDMEMBER k")]
    [InlineData("SRANDMEMBER k -3")]
    [InlineData("SMOVE k s a")]
    [InlineData("SMOVE s k a")]
    [InlineData("SUNION s k")]
    [InlineData("SINTER missing k")]
    [InlineData("SDIFF s k")]
    [InlineData("SINTERCARD 2 missing k")]
    [InlineData("SUNIONSTORE s k")]
    [InlineData("SINTERSTORE s missing k")]
    [InlineData("SDIFFSTORE s s k")]
    [InlineData("SSCAN k 0")]
    public void EveryCommand_OnAnotherType_ChangesNothing(string line)
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("SADD", "s", "a").Is(1);
        _engine.TakeEffects();
        _engine.Run(line.Split(' ')).IsError("WRONGTYPE Operation against a key holding the wrong kind of value");
        _engine.Run("GET", "k").Is("v");
        _engine.Run("SMEMBERS", "s").IsArray("a");
        Assert.Empty(_engine.TakeEffects());
    }

    [Fact]
    public void StringCommand_OnASet_IsWrongType()
    {
        _engine.Run("SADD", "s", "a").Is(1);
        _engine.Run("GET", "s").IsError("WRONGTYPE");
        _engine.Run("TYPE", "s").Is("set");
        _engine.Run("SET", "s", "v").IsOk();
    }

    [Fact]
    public void SMove_TakesAMemberOver()
    {
        _engine.Run("SADD", "a", "1", "x").Is(2);
        _engine.Run("SMOVE", "a", "b", "x").Is(1);
        _engine.Run("SMOVE", "a", "b", "x").Is(0);
        _engine.Run("SMOVE", "missing", "b", "x").Is(0);
        _engine.Run("SMOVE", "a", "a", "1").Is(1);
        _engine.Run("SMOVE", "a", "b", "1").Is(1);
        _engine.Run("EXISTS", "a").Is(0);
        _engine.Run("SMEMBERS", "b").IsArray("x", "1");
        Assert.Equal(["db0 SADD a 1 x", "db0 SMOVE a b x", "db0 SMOVE a b 1"], _engine.TakeEffects());
    }

    [Fact]
    public void SMove_MissingSourceAndWrongDestination_IsNothing()
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.Run("SMOVE", "missing", "k", "x").Is(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Copy_OfASet_IsASetOfItsOwn(bool isBig)
    {
        string[] members = [.. Enumerable.Range(0, isBig ? 20_000 : 3).Select(i => $"member:{i}")];
        _engine.Run(["SADD", "a", .. members]).Is(members.Length);
        _engine.Run("COPY", "a", "b").Is(1);
        _engine.Run("RENAME", "a", "c").IsOk();
        _engine.Run("SREM", "b", "member:1").Is(1);
        _engine.Run("SCARD", "c").Is(members.Length);
        _engine.Run("SCARD", "b").Is(members.Length - 1);
        _engine.Run("DEL", "b", "c").Is(2);
        _engine.Engine.Frees.RunToEnd();
    }
}
