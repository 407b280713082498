using WebKv.Engine.Keyspace;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Keyspace;

public sealed class KeyspaceDigestTests
{
    private const string Base = "SET a 1|SET b 2";

    [Fact]
    public void Of_AnEmptyEngine_IsZero() => Assert.Equal(UInt128.Zero, DigestAfter("SET a 1|DEL a", 4));

    [Theory]
    [InlineData("SET b 2|SET a 1")]
    [InlineData("SET a 9|SET c 3|SET b 2|DEL c|SET a 1")]
    public void Of_EqualData_IsEqualWhateverTheWayAndTheShards(string lines)
    {
        foreach (int shards in (int[])[1, 4, 64])
            Assert.Equal(DigestAfter(Base, 4), DigestAfter(lines, shards));
    }

    [Theory]
    [InlineData("SET a 2|SET b 1")]
    [InlineData("SET a 1")]
    [InlineData("SET a 1|SET b 2 PXAT 1999999999999")]
    [InlineData("SET a 1|SET b2 ")]
    [InlineData("SET a 1|SET b 2|SET c ")]
    public void Of_OtherData_Differs(string lines) => Assert.NotEqual(DigestAfter(Base, 4), DigestAfter(lines, 4));

    [Fact]
    public void Of_TheSameKeyInAnotherDatabase_Differs()
    {
        using var engine = new TestEngine();
        engine.Client.Session.Database = 3;
        engine.Run("SET", "a", "1").IsOk();
        engine.Run("SET", "b", "2").IsOk();
        Assert.NotEqual(DigestAfter(Base, 4), KeyspaceDigest.Of(engine.Engine));
    }

    private static UInt128 DigestAfter(string lines, int shards)
    {
        using var engine = new TestEngine(new EngineOptions { Shards = shards });
        foreach (string line in lines.Split('|'))
            engine.Run(line.Split(' '));
        return KeyspaceDigest.Of(engine.Engine);
    }
}
