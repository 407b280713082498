using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Sets;

public sealed class RandomMemberTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(5000)]
    public void SPop_TakesDifferentMembersUntilNoneIsLeft(int count)
    {
        string[] members = Add("s", count);
        var taken = new List<string> { (string)_engine.Run("SPOP", "s").Value! };
        while (_engine.Run("SPOP", "s", $"{Math.Max(1, count / 7)}").Items is { Length: > 0 } some)
            taken.AddRange(some.Cast<string>());
        Assert.Equal(members.Order(), taken.Order());
        _engine.Run("EXISTS", "s").Is(0);
        _engine.Run("SPOP", "s").IsNull();
        _engine.Run("SPOP", "s", "5").IsArray();
    }

    [Fact]
    public void SPop_IsLoggedAsWhatItTook()
    {
        Add("s", 10);
        _engine.TakeEffects();
        string[] popped = [.. _engine.Run("SPOP", "s", "3").Items.Cast<string>()];
        _engine.Run("SPOP", "s", "0").IsArray();
        Assert.Equal(7, _engine.Run("SPOP", "s", "9223372036854775807").Items.Length);
        Assert.Equal([$"db0 SREM s {string.Join(' ', popped)}", "db0 DEL s"], _engine.TakeEffects());
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    [InlineData("x")]
    public void SPop_BadCount_IsAnError(string count)
    {
        Add("s", 3);
        _engine.Run("SPOP", "s", count).IsError("ERR value is out of range, must be positive");
        _engine.Run("SPOP", "s", "1", "2").IsError("ERR syntax error");
        _engine.Run("SCARD", "s").Is(3);
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(100, 30)]
    [InlineData(100, 99)]
    [InlineData(100, 100)]
    [InlineData(100, 1000)]
    [InlineData(3000, 30)]
    [InlineData(3000, 2000)]
    [InlineData(3000, 3000)]
    public void SRandMember_PositiveCount_GivesDifferentMembers(int size, int count)
    {
        string[] members = Add("s", size);
        string[] drawn = [.. _engine.Run("SRANDMEMBER", "s", $"{count}").Items.Cast<string>()];
        Assert.Equal(Math.Min(size, count), drawn.Length);
        Assert.Equal(drawn.Length, drawn.Distinct().Count());
        Assert.Subset(members.ToHashSet(), drawn.ToHashSet());
        _engine.Run("SCARD", "s").Is(size);
    }

    [Fact]
    public void SRandMember_NegativeCount_GivesExactlySoMany()
    {
        string[] members = Add("s", 3);
        string[] drawn = [.. _engine.Run("SRANDMEMBER", "s", "-50").Items.Cast<string>()];
        Assert.Equal(50, drawn.Length);
        Assert.Subset(members.ToHashSet(), drawn.ToHashSet());
        _engine.Run("SRANDMEMBER", "s", "0").IsArray();
        _engine.Run("SRANDMEMBER", "missing", "-5").IsArray();
        _engine.Run("SRANDMEMBER", "missing").IsNull();
        Assert.Contains((string)_engine.Run("SRANDMEMBER", "s").Value!, members);
    }

    [Theory]
    [InlineData("-9223372036854775808", "ERR value is out of range, value must between")]
    [InlineData("-9223372036854775807", "ERR the count asks for more members")]
    [InlineData("x", "ERR value is not an integer or out of range")]
    [InlineData("9223372036854775808", "ERR value is not an integer or out of range")]
    public void SRandMember_BadCount_IsAnError(string count, string error)
    {
        Add("s", 3);
        _engine.Run("SRANDMEMBER", "s", count).IsError(error);
        _engine.Run("SRANDMEMBER", "s", "1", "2").IsError("ERR syntax error");
    }

    [Theory]
    [InlineData(100)]
    [InlineData(600)]
    public void Draws_AreFair_AlsoAfterTheSetHasShrunk(int size)
    {
        Add("s", size * 10);
        _engine.Run(["SREM", "s", .. Members(size * 10)[size..]]).Is(size * 9);
        var hits = new Dictionary<string, int>();
        const int PerMember = 100;
        for (int i = 0; i < PerMember; i++)
            foreach (string member in _engine.Run("SRANDMEMBER", "s", $"-{size}").Items.Cast<string>())
                hits[member] = hits.GetValueOrDefault(member) + 1;
        double chiSquare = Members(size)
            .Sum(member => Math.Pow(hits.GetValueOrDefault(member) - PerMember, 2) / PerMember);
        // Mean size - 1, deviation sqrt(2 size): six deviations are not reached by chance.
        Assert.InRange(chiSquare, size - 6 * Math.Sqrt(2 * size), size + 6 * Math.Sqrt(2 * size));
    }

    private string[] Add(string key, int count)
    {
        string[] members = Members(count);
        _engine.Run(["SADD", key, .. members]).Is(count);
        return members;
    }

    private static string[] Members(int count) => [.. Enumerable.Range(0, count).Select(i => $"m{i}")];
}
