using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Execution;

/// <summary>Which commands are guessed to take long, by what their keys hold.</summary>
public sealed class LongWorkTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public LongWorkTests()
    {
        _engine.Run("HSET", "few", "field", "value");
        _engine.Run(["HSET", "many", .. Numbers(LongWork.ElementsMax + 1).SelectMany(i => new[] { i, "v" })]);
        _engine.Run("HSET", "bytes", "field", new string('x', 10), "big", new string('x', LongWork.BytesMax));
        _engine.Run(["SADD", "set", .. Numbers(LongWork.ElementsMax + 1)]);
        _engine.Run("SET", "short", "value");
        _engine.Run("SET", "long", new string('x', LongWork.BytesMax + 1));
    }

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("HGETALL few", false)]
    [InlineData("HGETALL none", false)]
    [InlineData("HGETALL short", false)]
    [InlineData("HGETALL many", true)]
    [InlineData("HGETALL bytes", true)]
    [InlineData("SINTER few none", false)]
    [InlineData("SINTER few set", true)]
    [InlineData("SINTER a b c d e", true)]
    [InlineData("BITOP NOT to short", false)]
    [InlineData("BITOP NOT to long", true)]
    [InlineData("ZUNION 1 few", true)]
    [InlineData("KEYS *", true)]
    public void Line_IsLong_IfAValueIsBig(string text, bool isLong)
    {
        using CommandLine line = CommandLine.Of(text.Split(' '));
        CommandEntry entry = _engine.Table.Find(line.Arguments)!;
        Assert.Equal(isLong, LongWork.IsLikely(_engine.Engine, 0, entry.Info, line.Arguments));
        Assert.False(LongWork.IsLikely(_engine.Engine, 1, entry.Info, line.Arguments) && text.StartsWith("HGETALL"));
    }

    private static IEnumerable<string> Numbers(int count) => Enumerable.Range(0, count).Select(i => $"{i}");
}
