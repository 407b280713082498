using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Sets;

public sealed class SetCombinationTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public SetCombinationTests()
    {
        _engine.Run("SADD", "a", "1", "2", "3", "x").Is(4);
        _engine.Run("SADD", "b", "3", "4", "x").Is(3);
        _engine.Run(["SADD", "big", .. Numbers(0, 1000)]).Is(1000);
        _engine.TakeEffects();
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("SUNION a b", "1 2 3 4 x")]
    [InlineData("SUNION a missing a", "1 2 3 x")]
    [InlineData("SINTER a b", "3 x")]
    [InlineData("SINTER b a big", "3")]
    [InlineData("SINTER a missing", "")]
    [InlineData("SINTER a", "1 2 3 x")]
    [InlineData("SDIFF a b", "1 2")]
    [InlineData("SDIFF a missing big", "x")]
    [InlineData("SDIFF a b a", "")]
    [InlineData("SDIFF missing a", "")]
    public void Combination_HasTheRightMembers(string line, string expected) =>
        Assert.Equal(expected, Sorted(_engine.Run(line.Split(' '))));

    [Theory]
    [InlineData("SUNIONSTORE to a b", "1 2 3 4 x", "listpack")]
    [InlineData("SINTERSTORE to a big", "1 2 3", "intset")]
    [InlineData("SDIFFSTORE a a b", "1 2", "intset")]
    [InlineData("SUNIONSTORE a a b", "1 2 3 4 x", "listpack")]
    [InlineData("SINTERSTORE k a b", "3 x", "listpack")]
    public void Store_ReplacesTheDestination(string line, string expected, string encoding)
    {
        _engine.Run("SET", "k", "v", "EX", "100").IsOk();
        _engine.TakeEffects();
        string destination = line.Split(' ')[1];
        _engine.Run(line.Split(' ')).Is(expected.Split(' ').Length);
        Assert.Equal(expected, Sorted(_engine.Run("SMEMBERS", destination)));
        _engine.Run("OBJECT", "ENCODING", destination).Is(encoding);
        _engine.Run("TTL", destination).Is(-1);
        Assert.Equal([$"db0 {line}"], _engine.TakeEffects());
    }

    [Fact]
    public void Store_OfABigResult_IsATable()
    {
        _engine.Run(["SADD", "more", .. Numbers(900, 30_000)]).Is(29_100);
        _engine.Run("SUNIONSTORE", "to", "big", "more").Is(30_000);
        _engine.Run("OBJECT", "ENCODING", "to").Is("hashtable");
        _engine.Run("SCARD", "to").Is(30_000);
        _engine.Run("SDIFFSTORE", "to", "to", "more").Is(900);
        _engine.Run("SINTERCARD", "2", "big", "more").Is(100);
        _engine.Run("SINTERSTORE", "to", "more", "more").Is(29_100);
        _engine.Run("SISMEMBER", "to", "29999").Is(1);
    }

    [Fact]
    public void Store_OfNothing_RemovesTheDestinationOfAnyType()
    {
        _engine.Run("SET", "k", "v").IsOk();
        _engine.TakeEffects();
        _engine.Run("SINTERSTORE", "k", "a", "missing").Is(0);
        _engine.Run("EXISTS", "k").Is(0);
        _engine.Run("SDIFFSTORE", "k", "missing").Is(0);
        Assert.Equal(["db0 DEL k"], _engine.TakeEffects());
    }

    [Theory]
    [InlineData("2 a b", 2)]
    [InlineData("2 a b LIMIT 0", 2)]
    [InlineData("2 a b LIMIT 1", 1)]
    [InlineData("1 big limit 7", 7)]
    [InlineData("2 a missing LIMIT 7", 0)]
    [InlineData("1 big LIMIT 9223372036854775807", 1000)]
    public void SInterCard_CountsUpToTheLimit(string arguments, long expected) =>
        _engine.Run(["SINTERCARD", .. arguments.Split(' ')]).Is(expected);

    [Theory]
    [InlineData("0 a", "ERR numkeys should be greater than 0")]
    [InlineData("-9223372036854775808 a", "ERR numkeys should be greater than 0")]
    [InlineData("x a", "ERR numkeys should be greater than 0")]
    [InlineData("3 a b", "ERR Number of keys can't be greater than number of args")]
    [InlineData("9223372036854775807 a", "ERR Number of keys can't be greater than number of args")]
    [InlineData("1 a b", "ERR syntax error")]
    [InlineData("1 a LIMIT", "ERR syntax error")]
    [InlineData("1 a LIMIT -1", "ERR LIMIT can't be negative")]
    [InlineData("1 a LIMIT x", "ERR LIMIT can't be negative")]
    public void SInterCard_BadArguments_AreAnError(string arguments, string error) =>
        _engine.Run(["SINTERCARD", .. arguments.Split(' ')]).IsError(error);

    internal static IEnumerable<string> Numbers(int from, int to) =>
        Enumerable.Range(from, to - from).Select(number => $"{number}");

    private static string Sorted(Reply reply) =>
        string.Join(' ', reply.Items.Cast<string>().Order(StringComparer.Ordinal));
}
