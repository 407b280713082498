using System.Buffers;
using System.Globalization;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.SortedSets;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.SortedSets;

/// <summary>The written form of sorted sets: what it keeps, and that no bytes can do harm.</summary>
public sealed class SortedSetTypeTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(500)]
    public void WrittenForm_ReadBack_IsTheSameSet(int members)
    {
        for (int i = 0; i < members; i++)
            _engine.Run("ZADD", "a", (i * 0.5).ToString(CultureInfo.InvariantCulture), $"{i}");
        Assert.Null(Read("b", Written("a")));
        Assert.Equal(
            _engine.Run("ZRANGE", "a", "0", "-1", "WITHSCORES").Items,
            _engine.Run("ZRANGE", "b", "0", "-1", "WITHSCORES").Items);
        Assert.Equal(Written("a"), Written("b"));
    }

    [Fact]
    public void BytesThatNoSetWrites_AreRefusedAndLeaveNoKey()
    {
        _engine.Run("ZADD", "a", "1", "x", "2", "y", "inf", new string('z', 100)).Is(3);
        byte[] written = Written("a");
        for (int length = 0; length < written.Length; length++)
            AssertRefused(written[..length]);
        AssertRefused([.. written, 0]);
        AssertRefused(Changed(written, 0, 2));
        AssertRefused(Changed(written, 1, 0));
        AssertRefused(Changed(written, 8, 0xFF));
        // The second member made the same as the first.
        AssertRefused(Changed(written, written.AsSpan().IndexOf((byte)'y'), (byte)'x'));
    }

    [Fact]
    public void RandomBytes_NeverDoHarm()
    {
        var random = new Random(3);
        _engine.Run("ZADD", "a", "1", "x", "2", "y", "3", "z").Is(3);
        byte[] written = Written("a");
        for (int i = 0; i < 2_000; i++)
        {
            byte[] changed = Changed(written, random.Next(written.Length), (byte)random.Next(256));
            if (Read("b", changed) is null)
            {
                _engine.Run("ZCARD", "b").Is(3);
                _engine.Run("ZRANGE", "b", "0", "-1", "WITHSCORES");
            }
            _engine.Run("DEL", "b");
        }
    }

    [Fact]
    public void Digest_DoesNotDependOnTheEncoding()
    {
        using var table = new TestEngine(new EngineOptions { Packing = new PackingLimits { SortedSetEntries = 0 } });
        foreach (TestEngine engine in (TestEngine[])[_engine, table])
            engine.Run("ZADD", "z", "1", "x", "2.5", "7").Is(2);
        table.Run("OBJECT", "ENCODING", "z").Is("skiplist");
        Assert.Equal(KeyspaceDigest.Of(_engine.Engine), KeyspaceDigest.Of(table.Engine));
        table.Run("ZADD", "z", "2", "7").Is(0);
        Assert.NotEqual(KeyspaceDigest.Of(_engine.Engine), KeyspaceDigest.Of(table.Engine));
    }

    private static byte[] Changed(byte[] bytes, int position, byte value)
    {
        byte[] changed = [.. bytes];
        changed[position] = value;
        return changed;
    }

    private void AssertRefused(byte[] bytes)
    {
        Assert.Equal(ErrorCode.InvalidArgument, Read("b", bytes)?.Code);
        _engine.Run("EXISTS", "b").Is(0);
    }

    private byte[] Written(string name)
    {
        var written = new ArrayBufferWriter<byte>();
        InContext(name, (context, key) =>
        {
            Assert.True(context.TryPeek(key, out WebKv.Memory.Record record));
            SortedSetType.Instance.Write(context.Collections.TableOf(key), record, written);
        });
        return written.WrittenSpan.ToArray();
    }

    private Error? Read(string name, byte[] bytes)
    {
        Error? error = null;
        InContext(name, (context, key) => error = SortedSetType.Instance.Read(context, key, bytes));
        return error;
    }

    private void InContext(string name, InKey action)
    {
        CommandContext context = _engine.Engine.Rent();
        byte[] key = System.Text.Encoding.ASCII.GetBytes(name);
        var keys = new KeySet(_engine.Engine.ShardCount);
        keys.Add(Key.Of(key));
        _engine.Engine.ExecuteUnit(context, keys, key, (inside, bytes) => action(inside, Key.Of(bytes)));
        KvEngine.Return(context);
    }

    private delegate void InKey(CommandContext context, Key key);
}
