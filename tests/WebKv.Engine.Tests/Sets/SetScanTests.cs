using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Sets;

public sealed class SetScanTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void SScan_SmallSet_IsOnePageWhateverTheCount()
    {
        _engine.Run("SADD", "s", "1", "2", "3").Is(3);
        _engine.Run("SSCAN", "s", "0", "COUNT", "1").IsArray("0", new object?[] { "1", "2", "3" });
        _engine.Run("SSCAN", "s", "77").IsArray("0", new object?[] { "1", "2", "3" });
        _engine.Run("SSCAN", "s", "0", "MATCH", "[12]").IsArray("0", new object?[] { "1", "2" });
        _engine.Run("SSCAN", "missing", "0").IsArray("0", Array.Empty<object?>());
    }

    [Fact]
    public void SScan_MembersThatStay_AreReturnedWhileTheSetGrowsAndShrinks()
    {
        string[] constant = Members("stays", 500);
        _engine.Run(["SADD", "s", .. constant]).Is(500);
        var seen = new List<string>();
        string cursor = "0";
        int round = 0;
        do
        {
            string[] others = Members($"comes{round / 10}", 700);
            _engine.Run([round % 10 == 5 ? "SREM" : "SADD", "s", .. others]);
            cursor = ScanPage(cursor, seen, "COUNT", "20");
            round++;
        }
        while (cursor != "0");
        Assert.True(round > 10, "more than one page");
        Assert.Subset(seen.ToHashSet(), constant.ToHashSet());
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    [Fact]
    public void SScan_HugeCount_IsOnePage()
    {
        _engine.Run(["SADD", "s", .. Members("m", 5_000)]).Is(5_000);
        var seen = new List<string>();
        Assert.Equal("0", ScanPage("0", seen, "COUNT", "9223372036854775807"));
        Assert.Equal(5_000, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("ERR invalid cursor", "x")]
    [InlineData("ERR invalid cursor", "-1")]
    [InlineData("ERR syntax error", "0", "COUNT", "0")]
    [InlineData("ERR value is not an integer or out of range", "0", "COUNT", "x")]
    [InlineData("ERR syntax error", "0", "MATCH")]
    [InlineData("ERR syntax error", "0", "TYPE", "set")]
    public void SScan_BadArguments_AreAnError(string error, params string[] arguments) =>
        _engine.Run(["SSCAN", "s", .. arguments]).IsError(error);

    private string ScanPage(string cursor, List<string> seen, params string[] options)
    {
        object?[] reply = _engine.Run(["SSCAN", "s", cursor, .. options]).Items;
        seen.AddRange(((object?[])reply[1]!).Cast<string>());
        return (string)reply[0]!;
    }

    private static string[] Members(string prefix, int count) =>
        [.. Enumerable.Range(0, count).Select(i => $"{prefix}:{i}")];
}
