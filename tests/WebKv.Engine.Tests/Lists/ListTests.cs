using System.Buffers;
using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Sessions;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Lists;

/// <summary>What lists are to the rest of the store: encodings, expiry, watches, copies, and what tests of careful
/// users assert.</summary>
public sealed class ListTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Encoding_BeyondTheLimit_IsQuicklistAndStaysSo()
    {
        string element = new('x', 100);
        for (int i = 0; i < 79; i++)
            _engine.Run("RPUSH", "k", element);
        _engine.Run("OBJECT", "ENCODING", "k").Is("listpack");
        for (int i = 0; i < 10; i++)
            _engine.Run("LPUSH", "k", element);
        _engine.Run("OBJECT", "ENCODING", "k").Is("quicklist");
        _engine.Run("LTRIM", "k", "0", "0").IsOk();
        _engine.Run("OBJECT", "ENCODING", "k").Is("quicklist");
        _engine.Run("LRANGE", "k", "0", "-1").IsArray(element);
        _engine.Run("TYPE", "k").Is("list");
    }

    [Theory]
    [InlineData("LPUSH k {0}")]
    [InlineData("LSET k 0 {0}")]
    [InlineData("LINSERT k BEFORE a {0}")]
    public void BigElement_MakesAListOfChunks(string line)
    {
        string big = new('y', 100_000);
        _engine.Run("RPUSH", "k", "a", "b");
        _engine.Run([.. line.Split(' ').Select(word => word == "{0}" ? big : word)]);
        _engine.Run("OBJECT", "ENCODING", "k").Is("quicklist");
        _engine.Run("LINDEX", "k", "0").Is(big);
        _engine.Run("LINDEX", "k", "-1").Is("b");
    }

    [Fact]
    public void LSet_OfTheSameLengthInAFullPackedList_StaysPacked()
    {
        using var engine = new TestEngine(Small(64));
        for (int i = 0; i < 6; i++)
            engine.Run("RPUSH", "k", $"element{i}");
        engine.Run("OBJECT", "ENCODING", "k").Is("listpack");
        engine.Run("LSET", "k", "3", "ELEMENT3").IsOk();
        engine.Run("OBJECT", "ENCODING", "k").Is("listpack");
        engine.Run("RPUSH", "k", "element6").Is(7);
        engine.Run("OBJECT", "ENCODING", "k").Is("quicklist");
    }

    [Fact]
    public void Expiry_IsKeptByChangesAndByTurning()
    {
        _engine.Run("RPUSH", "k", "a");
        _engine.Run("PEXPIRE", "k", "1000").Is(1);
        _engine.Run("RPOPLPUSH", "k", "k").Is("a");
        _engine.Run("LPUSH", "k", "b").Is(2);
        _engine.Run("PTTL", "k").Is(1000);
        _engine.Advance(1001);
        _engine.Run("LPUSHX", "k", "c").Is(0);
        _engine.Run("LLEN", "k").Is(0);
    }

    [Fact]
    public void Expiry_OfABigList_IsKeptByChanges()
    {
        using var engine = new TestEngine(Small(64));
        for (int i = 0; i < 100; i++)
            engine.Run("RPUSH", "k", $"{i}");
        engine.Run("PEXPIRE", "k", "1000").Is(1);
        engine.Run("LPOP", "k").Is("0");
        engine.Run("PTTL", "k").Is(1000);
    }

    [Theory]
    [InlineData("LPUSH k x", true)]
    [InlineData("LPOP k", true)]
    [InlineData("LSET k 0 x", true)]
    [InlineData("LMOVE k other LEFT LEFT", true)]
    [InlineData("LMOVE other k LEFT LEFT", false)]
    [InlineData("LREM k 0 z", false)]
    [InlineData("LTRIM k 0 -1", false)]
    [InlineData("LPOP k 0", false)]
    public void Watch_IsTouchedByWhatChanges(string line, bool changes)
    {
        _engine.Run("RPUSH", "k", "a", "b");
        _engine.Run("WATCH", "k").IsOk();
        _engine.NewClient().Run(line.Split(' '));
        _engine.Run("MULTI").IsOk();
        _engine.Run("LLEN", "k");
        if (changes)
            _engine.Run("EXEC").IsNull();
        else
            Assert.Single(_engine.Run("EXEC").Items);
    }

    [Theory]
    [InlineData(64)]
    [InlineData(8192)]
    public void Keys_AreCopiedRenamedAndMovedWithTheirElements(int listBytes)
    {
        using var engine = new TestEngine(Small(listBytes));
        string[] elements = [.. Enumerable.Range(0, 50).Select(i => $"{i * 1000}")];
        engine.Run(["RPUSH", "a", .. elements]).Is(50);
        engine.Run("COPY", "a", "b").Is(1);
        engine.Run("LPOP", "a").Is("0");
        engine.Run("LRANGE", "b", "0", "-1").IsArray(elements);
        engine.Run("RENAME", "b", "some-other-shard").IsOk();
        engine.Run("LRANGE", "some-other-shard", "0", "-1").IsArray(elements);
        engine.Run("MOVE", "some-other-shard", "1").Is(1);
        engine.Client.Session.Database = 1;
        engine.Run("LLEN", "some-other-shard").Is(50);
        engine.Run("SET", "some-other-shard", "x").IsOk();
    }

    [Fact]
    public void BigList_OverTheSizeOfASharedHeap_KeepsItsElements()
    {
        string[] elements = [.. Enumerable.Range(0, 1000).Select(i => $"{i}-{new string('e', i % 50)}")];
        for (int round = 0; round < 40; round++)
            _engine.Run(["RPUSH", "k", .. elements]);
        Assert.True(_engine.Engine.UsedBytes > 1_000_000);
        _engine.Run("LRANGE", "k", "20000", "20999").IsArray(elements);
        _engine.Run("LINDEX", "k", "-1").Is(elements[^1]);
        _engine.Run("DEL", "k").Is(1);
        _engine.Run("EXISTS", "k").Is(0);
    }

    [Fact]
    public void MultiplePops_InATransaction_SeeEachOther()
    {
        _engine.Run("RPUSH", "k", "a", "b");
        _engine.Run("MULTI").IsOk();
        _engine.Run("LPOP", "k");
        _engine.Run("LPOP", "k");
        _engine.Run("LPOP", "k");
        _engine.Run("EXEC").IsArray("a", "b", null);
    }

    [Fact]
    public void LMPop_OverTheSameKeyTwice_TakesOnce() => Assert.Equal(
        ["k", (object?[])["a"]],
        Pushed("a", "b").Run("LMPOP", "2", "k", "k", "LEFT").Items);

    [Theory]
    [InlineData("LPOP none", false)]
    [InlineData("LPOP none 2", true)]
    [InlineData("LMPOP 1 none LEFT", true)]
    [InlineData("LMOVE none k LEFT LEFT", false)]
    public void Nothing_IsOfTheShapeThatClientsTellApart(string line, bool isArray)
    {
        var writer = new NullShapeWriter();
        using CommandLine words = CommandLine.Of(line.Split(' '));
        var scope = new CommandScope(_engine.Dispatcher, null);
        scope.BeginBatch(_engine.Engine.Rent());
        _engine.Dispatcher.Dispatch(scope, words.Arguments, writer);
        KvEngine.Return(scope.Context);
        Assert.Equal(isArray ? "null array" : "null", writer.Written);
    }

    [Theory]
    [InlineData(8192)]
    [InlineData(64)]
    public void WrittenForm_ReadBack_GivesTheSameList(int listBytes)
    {
        using var engine = new TestEngine(Small(listBytes));
        engine.Run(["RPUSH", "k", "", "17", "-5", "\u00ff\0", .. Enumerable.Range(0, 30).Select(i => $"e{i}")]);
        byte[] written = Written(engine, "k");
        Assert.Null(ReadAs(engine, "copy", written));
        Assert.Equal(engine.Run("LRANGE", "k", "0", "-1").Items, engine.Run("LRANGE", "copy", "0", "-1").Items);
        Assert.Equal(written, Written(engine, "copy"));
    }

    [Fact]
    public void WrittenForm_CutOrChanged_IsAnErrorAndMakesNoKey()
    {
        Pushed("a", "17", new string('x', 300));
        byte[] written = Written(_engine, "k");
        for (int length = 0; length < written.Length; length++)
            Assert.NotNull(ReadAs(_engine, "copy", written[..length]));
        Assert.NotNull(ReadAs(_engine, "copy", [.. written, 0]));
        Assert.NotNull(ReadAs(_engine, "copy", [2, .. written[1..]]));
        Assert.NotNull(ReadAs(_engine, "copy", [1, 0, 0, 0, 0, 0, 0, 0, 0]));
        _engine.Run("EXISTS", "copy").Is(0);
    }

    private static EngineOptions Small(int listBytes) =>
        new() { Shards = 4, Packing = new PackingLimits { ListBytes = listBytes } };

    private TestEngine Pushed(params string[] elements)
    {
        _engine.Run(["RPUSH", "k", .. elements]);
        return _engine;
    }

    private static byte[] Written(TestEngine engine, string name)
    {
        Key key = Key.Of(Encoding.Latin1.GetBytes(name));
        CommandContext context = engine.Engine.Rent();
        Assert.True(context.TryPeek(key, out Record record));
        var buffer = new ArrayBufferWriter<byte>();
        ListType.Instance.Write(context.Collections.TableOf(key), record, buffer);
        KvEngine.Return(context);
        return buffer.WrittenSpan.ToArray();
    }

    private static Error? ReadAs(TestEngine engine, string name, byte[] written)
    {
        CommandContext context = engine.Engine.Rent();
        Error? error = ListType.Instance.Read(
            context, Key.Of(Encoding.Latin1.GetBytes(name)), written);
        KvEngine.Return(context);
        return error;
    }
}
