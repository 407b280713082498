using System.Buffers;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Sets;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Sets;

public sealed class SetTypeTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 a")]
    [InlineData("1 12345678901234567890123456789012345678901234567890123456789012345 b")]
    public void WrittenForm_ReadBack_IsTheSameSetWhateverTheEncoding(string members)
    {
        _engine.Run(["SADD", "a", .. members.Split(' ')]);
        byte[] written = Written("a");
        Assert.Null(Read("b", written));
        Assert.Equal(
            members.Split(' ').Order(),
            _engine.Run("SMEMBERS", "b").Items.Cast<string>().Order());
        _engine.Run("SDIFF", "a", "b").IsArray();
    }

    [Fact]
    public void Digest_DoesNotDependOnTheEncoding()
    {
        using var packed = new TestEngine();
        using var table = new TestEngine(new EngineOptions { Packing = new PackingLimits { SetEntries = 0 } });
        packed.Run("SADD", "s", "a", "1", "b").Is(3);
        table.Run("SADD", "s", "b", "a", "1").Is(3);
        table.Run("OBJECT", "ENCODING", "s").Is("hashtable");
        Assert.Equal(KeyspaceDigest.Of(packed.Engine), KeyspaceDigest.Of(table.Engine));
        packed.Run("SREM", "s", "1").Is(1);
        Assert.NotEqual(KeyspaceDigest.Of(packed.Engine), KeyspaceDigest.Of(table.Engine));
    }

    [Fact]
    public void Read_CutOrChangedBytes_IsAnErrorAndLeavesNoKey()
    {
        _engine.Run("SADD", "a", "1", "two", "", "3").Is(4);
        byte[] written = Written("a");
        for (int length = 0; length < written.Length; length++)
            AssertRefused(written[..length]);
        for (int i = 0; i < 13; i++)
            AssertRefused([.. written[..i], (byte)(written[i] ^ 0x80), .. written[(i + 1)..]]);
        AssertRefused([.. written, 0]);
        AssertRefused([1, 0, 0, 0, 0, 0, 0, 0, 0]);
        AssertRefused([1, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 65, 1, 0, 0, 0, 65]);
    }

    private void AssertRefused(byte[] bytes)
    {
        Assert.NotNull(Read("refused", bytes));
        _engine.Run("EXISTS", "refused").Is(0);
    }

    private byte[] Written(string key)
    {
        var writer = new ArrayBufferWriter<byte>();
        CommandContext context = _engine.Engine.Rent();
        Key name = Key.Of(System.Text.Encoding.ASCII.GetBytes(key));
        Assert.True(context.TryPeek(name, out Record record));
        SetType.Instance.Write(context.Collections.TableOf(name), record, writer);
        KvEngine.Return(context);
        return writer.WrittenSpan.ToArray();
    }

    private Error? Read(string key, byte[] bytes)
    {
        CommandContext context = _engine.Engine.Rent();
        Error? error = SetType.Instance.Read(context, Key.Of(System.Text.Encoding.ASCII.GetBytes(key)), bytes);
        KvEngine.Return(context);
        return error;
    }
}
