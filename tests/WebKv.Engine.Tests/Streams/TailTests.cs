using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Streams;
using WebKv.Memory.Collections.Streams;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Streams;

/// <summary>Following a stream: what its pages hold, and what they tell of entries that are gone.</summary>
public sealed class TailTests : IDisposable
{
    private readonly TestEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Begin_KnowsWhereTheStreamStands()
    {
        Add(1, 2, 3);
        Assert.Equal(At(3), Begin(TailStart.New));
        Assert.Equal(At(0), Begin(After(0)));
        Assert.Equal(At(2), Begin(After(2)));
        Assert.Equal(At(9) with { IsSeen = false }, Begin(After(9)));
        Assert.Equal(At(9), Begin(new TailStart(TailStartKind.Resumed, Id(9))));
        _engine.Run("XTRIM", "s", "MAXLEN", "1").Is(2);
        Assert.Equal(At(2), Begin(After(0)));
        Assert.Equal(At(1), Begin(After(1)));
    }

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(2, 3)]
    [InlineData(3)]
    [InlineData(9)]
    public void Page_HasWhatIsAbove(int after, params int[] told)
    {
        Add(1, 2, 3);
        Read(At(after) with { IsSeen = false }, TailGap.None, told);
    }

    [Fact]
    public void Page_EndsWithTheEntryThatFillsIt()
    {
        for (int i = 1; i <= 4; i++)
            _engine.Run("XADD", "s", $"{i}", "f", new string('x', 100));
        TailPosition next = Read(At(0), TailGap.None, [1, 2], bytesMax: 150);
        next = Read(next, TailGap.None, [3], countMax: 1);
        next = Read(next, TailGap.None, [4], bytesMax: 1);
        Assert.Equal(At(4), next);
    }

    [Fact]
    public void Trimmed_BehindThePosition_IsAGapOnce()
    {
        Add(1, 2, 3, 4, 5);
        _engine.Run("XTRIM", "s", "MINID", "3").Is(2);
        Read(At(2), TailGap.None, [3, 4, 5]);
        TailPosition next = Read(At(1), TailGap.Trimmed, []);
        Assert.Equal(At(2), next);
        Read(next, TailGap.None, [3, 4, 5]);
        _engine.Run("XTRIM", "s", "MAXLEN", "0").Is(3);
        Assert.Equal(At(5), Read(At(3), TailGap.Trimmed, []));
    }

    [Fact]
    public void Trimmed_InWholeChunks_IsAGap()
    {
        for (int i = 1; i <= 1000; i++)
            _engine.Run("XADD", "s", $"{i}", "f", "v");
        var removed = (long)_engine.Run("XTRIM", "s", "MAXLEN", "~", "500").Value!;
        Assert.InRange(removed, 1, 500);
        Read(At((int)removed), TailGap.None, [(int)removed + 1], countMax: 1);
        Assert.Equal(At((int)removed), Read(At((int)removed - 1), TailGap.Trimmed, []));
    }

    [Fact]
    public void Trimmed_IsKnownToACopy()
    {
        Add(1, 2, 3);
        _engine.Run("XTRIM", "s", "MAXLEN", "1").Is(2);
        _engine.Run("COPY", "s", "t").Is(1);
        _engine.Run("DEL", "s").Is(1);
        _engine.Run("RENAME", "t", "s").IsOk();
        Read(At(1), TailGap.Trimmed, []);
    }

    [Fact]
    public void Deleted_OneByOne_IsNoGap()
    {
        Add(1, 2, 3);
        _engine.Run("XDEL", "s", "2").Is(1);
        Read(At(1), TailGap.None, [3]);
    }

    [Fact]
    public void IdsThatBeginAnew_AreAReset()
    {
        Add(7, 8, 9);
        _engine.Run("DEL", "s").Is(1);
        Add(1, 2);
        TailPosition next = Read(At(9), TailGap.Reset, []);
        Read(next, TailGap.None, [1, 2]);
        Read(At(9) with { IsSeen = false }, TailGap.None, []);
    }

    [Fact]
    public void StreamThatIsNot_IsAnError()
    {
        Assert.Equal(ErrorCode.KeyNotFound, Fail(At(0)).Code);
        _engine.Run("SET", "s", "v").IsOk();
        Assert.Equal(ErrorCode.WrongType, Fail(At(0)).Code);
    }

    private void Add(params int[] ids)
    {
        foreach (int id in ids)
            _engine.Run("XADD", "s", $"{id}", "f", "v").Is($"{id}-0");
    }

    private TailPosition Begin(TailStart start)
    {
        CommandContext context = _engine.Engine.Rent();
        var begin = new BeginTail { Key = Key.Of("s"u8), Start = start };
        Assert.Null(_engine.Engine.Execute(context, begin, out TailPosition position));
        KvEngine.Return(context);
        return position;
    }

    private TailPosition Read(
        TailPosition from, TailGap gap, int[] told, int countMax = 100, int bytesMax = 100_000)
    {
        CommandContext context = _engine.Engine.Rent();
        using CommandLine keys = CommandLine.Of("s");
        var read = new ReadTail
        {
            Keys = keys.AsKeys(),
            Position = from,
            CountMax = countMax,
            BytesMax = bytesMax,
        };
        Assert.Null(_engine.Engine.Execute(context, read, out TailReply reply));
        Assert.Equal(gap, reply.Gap);
        Assert.Equal(told.Select(id => $"{id}-0"), reply.Entries.Count == 0 ? [] : reply.Entries.IdTexts());
        KvEngine.Return(context);
        return reply.Next;
    }

    private Error Fail(TailPosition from)
    {
        CommandContext context = _engine.Engine.Rent();
        using CommandLine keys = CommandLine.Of("s");
        var read = new ReadTail { Keys = keys.AsKeys(), Position = from, CountMax = 1, BytesMax = 1 };
        Error? error = _engine.Engine.Execute(context, read, out TailReply _);
        KvEngine.Return(context);
        Assert.NotNull(error);
        return error;
    }

    private static TailStart After(int id) => new(TailStartKind.After, Id(id));

    private static TailPosition At(int id) => new(Id(id), IsSeen: true);

    private static StreamId Id(int id) => new((ulong)id, 0);
}
