using System.Buffers;
using System.IO.Hashing;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Streams;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Streams;

/// <summary>The written form of streams: what was written is read back, and anything else refused.</summary>
public sealed class StreamTypeTests : IDisposable
{
    private readonly TestEngine _engine = new(new EngineOptions { Shards = 1 });
    private readonly CommandContext _context;

    public StreamTypeTests()
    {
        _context = _engine.Engine.Rent();
        _context.BeginUnit();
    }

    public void Dispose()
    {
        KvEngine.Return(_context);
        _engine.Dispose();
    }

    [Fact]
    public void WrittenForm_IsReadBackWhole()
    {
        AddStream();
        byte[] form = Write("s");
        Assert.Null(StreamType.Instance.Read(_context, KeyOf("t"), form));
        Assert.Equal(DigestOf("s"), DigestOf("t"));
        Assert.Equal(form, Write("t"));
        _engine.Run("XINFO", "STREAM", "t", "FULL").IsArray(_engine.Run("XINFO", "STREAM", "s", "FULL").Items);
    }

    [Fact]
    public void EmptyStream_IsReadBack()
    {
        _engine.Run("XGROUP", "CREATE", "s", "g", "0", "MKSTREAM").IsOk();
        Assert.Null(StreamType.Instance.Read(_context, KeyOf("t"), Write("s")));
        Assert.Equal(DigestOf("s"), DigestOf("t"));
    }

    [Fact]
    public void CutOrLengthenedForm_IsRefused_AndLeavesNoKey()
    {
        AddStream();
        byte[] form = Write("s");
        long before = HeapBytes;
        for (int length = 0; length < form.Length; length++)
            Assert.NotNull(StreamType.Instance.Read(_context, KeyOf("t"), form.AsSpan(0, length)));
        Assert.NotNull(StreamType.Instance.Read(_context, KeyOf("t"), (byte[])[.. form, 0]));
        _engine.Run("EXISTS", "t").Is(0);
        Assert.Equal(before, HeapBytes);
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void DamagedForm_IsRefusedOrASoundStream(int seed)
    {
        AddStream();
        byte[] form = Write("s");
        var random = new Random(seed);
        for (int i = 0; i < FuzzRuns.Steps(3000); i++)
        {
            var damaged = (byte[])form.Clone();
            for (int flips = random.Next(1, 4); flips > 0; flips--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            if (StreamType.Instance.Read(_context, KeyOf("t"), damaged) is not null)
                continue;
            Assert.Equal(DigestOf("t"), DigestOf("t"));
            _engine.Run("DEL", "t").Is(1);
        }
    }

    private long HeapBytes => _context.Collections.HeapOf(KeyOf("s")).UsedBytes;

    private void AddStream()
    {
        for (int i = 1; i <= 12; i++)
            _engine.Run("XADD", "s", $"{i}-{i}", "field", $"{i * 1000}", "", new string('x', i));
        _engine.Run("XDEL", "s", "3-3");
        _engine.Run("XGROUP", "CREATE", "s", "g", "0", "ENTRIESREAD", "0");
        _engine.Run("XGROUP", "CREATE", "s", "h", "5-5");
        _engine.Run("XGROUP", "CREATECONSUMER", "s", "h", "idle");
        _engine.Run("XREADGROUP", "GROUP", "g", "a", "COUNT", "3", "STREAMS", "s", ">");
        _engine.Run("XREADGROUP", "GROUP", "g", "b", "COUNT", "3", "STREAMS", "s", ">");
        _engine.Run("XSETID", "s", "99-0", "ENTRIESADDED", "50");
    }

    private byte[] Write(string key)
    {
        var writer = new ArrayBufferWriter<byte>();
        StreamType.Instance.Write(_context.Collections.TableOf(KeyOf(key)), Find(key), writer);
        return writer.WrittenSpan.ToArray();
    }

    private UInt128 DigestOf(string key)
    {
        var hash = new XxHash128();
        StreamType.Instance.AppendDigest(_context.Collections.TableOf(KeyOf(key)), Find(key), hash);
        return hash.GetCurrentHashAsUInt128();
    }

    private Record Find(string key)
    {
        Assert.True(_context.TryPeek(KeyOf(key), out Record record));
        return record;
    }

    private static Key KeyOf(string key) => Key.Of(System.Text.Encoding.Latin1.GetBytes(key));
}
