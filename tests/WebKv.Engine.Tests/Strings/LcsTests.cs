using WebKv.Testing.Engine;
using WebKv.Testing.Peers;

namespace WebKv.Engine.Tests.Strings;

public sealed class LcsTests : IDisposable
{
    private static readonly string[] Options =
    [
        "", "LEN", "len", "IDX", "IDX WITHMATCHLEN", "IDX MINMATCHLEN 2", "IDX MINMATCHLEN 3 WITHMATCHLEN",
        "WITHMATCHLEN MINMATCHLEN 4", "IDX MINMATCHLEN -1", "IDX LEN", "MINMATCHLEN", "MINMATCHLEN x", "BOGUS",
    ];

    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Lcs_EachAnswer_IsThatOfTheDocumentation()
    {
        _engine.Run("MSET", "a", "ohmytext", "b", "mynewtext").IsOk();
        _engine.Run("LCS", "a", "b").Is("mytext");
        _engine.Run("LCS", "a", "b", "LEN").Is(6);
        _engine.Run("LCS", "a", "b", "IDX", "MINMATCHLEN", "4", "WITHMATCHLEN").IsArray(
            "matches",
            new object?[] { new object?[] { new object?[] { 4L, 7L }, new object?[] { 5L, 8L }, 4L } },
            "len",
            6L);
    }

    [Fact]
    public void Lcs_KeyThatHoldsNoString_IsRefused()
    {
        _engine.Run("RPUSH", "l", "a").Is(1);
        _engine.Run("LCS", "missing", "l").IsError("ERR The specified keys must contain string values");
    }

    [Fact]
    public void Lcs_BeyondTheLimit_IsRefusedBeforeItIsComputed()
    {
        _engine.Run("SETRANGE", "a", "100000", "x");
        _engine.Run("SETRANGE", "b", "6000", "x");
        _engine.Run("LCS", "a", "b", "LEN").IsError("ERR Insufficient memory");
        _engine.Run("LCS", "a", "missing", "LEN").Is(0);
        _engine.Run("SETRANGE", "c", "1000", "x");
        _engine.Run("LCS", "a", "c", "LEN").Is(1001);
    }

    [Theory]
    [InlineData(1, 2, 40)]
    [InlineData(2, 4, 300)]
    [InlineData(3, 30, 1000)]
    public void RandomLines_GiveTheRepliesOfRedis(int seed, int letters, int lengthMax)
    {
        using RedisServer redis = RedisServer.StartOrSkip();
        using RespClient peer = redis.Connect();
        var random = new Random(seed);
        var comparison = new PeerComparison(peer, _engine);
        for (int i = 0; i < 300; i++)
        {
            string key = $"k{random.Next(5)}";
            comparison.Compare("SET", key, Text(random, letters, random.Next(lengthMax)));
            string options = Options[random.Next(Options.Length)];
            string[] line = ["LCS", $"k{random.Next(5)}", $"k{random.Next(6)}"];
            comparison.Compare(options.Length == 0 ? line : [.. line, .. options.Split(' ')]);
        }
        comparison.AssertNone();
    }

    private static string Text(Random random, int letters, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(letters))));
}
