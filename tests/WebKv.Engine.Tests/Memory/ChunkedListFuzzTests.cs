using System.Globalization;
using System.Text;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Random edits of a list of chunks beside a plain list.</summary>
public sealed class ChunkedListFuzzTests : IDisposable
{
    private const int Steps = 3000;

    private readonly RegionSource _regions = new();
    private readonly SlabHeap _heap;
    private readonly List<byte[]> _model = [];

    public ChunkedListFuzzTests() => _heap = new SlabHeap(_regions);

    public void Dispose()
    {
        _heap.Dispose();
        Assert.Equal(0, _regions.PageBytesInUse);
        _regions.Dispose();
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomEdits_GiveWhatAPlainListGives(int seed)
    {
        var random = new Random(seed);
        foreach (int chunkBytes in (int[])[ChunkedList.ChunkBytesMin, 200, 8192])
        {
            _model.Clear();
            var list = new ChunkedList(_heap, chunkBytes);
            for (int step = 0; step < FuzzRuns.Steps(Steps); step++)
            {
                // Growth and decline in turns, so that the list is often long and often nearly empty.
                Edit(random, list, grows: step / 300 % 2 == 0);
                Assert.Equal(_model.Count, list.Count);
                Assert.Equal(_heap.UsedBytes, list.MemoryBytes);
                if (step % 20 == 0)
                    AssertSame(list, random);
            }
            list = Cloned(list);
            AssertSame(list, random);
            list.Free();
            Assert.Equal(0, _heap.UsedBytes);
        }
    }

    [Theory]
    [InlineData(true, 10)]
    [InlineData(false, 10)]
    [InlineData(true, 100)]
    [InlineData(false, 3000)]
    [InlineData(false, 5000)]
    [InlineData(true, 9000)]
    [InlineData(false, 100_000)]
    public void Pushes_LoseLittleToChunks(bool atHead, int elementBytes)
    {
        var list = new ChunkedList(_heap, 8192);
        PackedItem item = PackedItem.Of(new byte[elementBytes]);
        int count = Math.Max(200, 2_000_000 / elementBytes);
        for (int i = 0; i < count; i++)
            if (atHead)
                list.PushHead(item);
            else
                list.PushTail(item);
        Assert.InRange((double)list.MemoryBytes / count / PackedList.EntryLength(item), 1.0, 1.13);
        list.Free();
    }

    [Fact]
    public void SmallestBigList_DoesNotTakeTwoChunks()
    {
        var list = new ChunkedList(_heap, 8192);
        var packed = new byte[PackedList.EmptyLength + 8000];
        for (int at = PackedList.EmptyLength; at < packed.Length;)
            at += PackedList.WriteEntry(packed.AsSpan(at), PackedItem.Of(new byte[18]));
        list.PushTail(packed);
        Assert.Equal(400, list.Count);
        for (int i = 0; i < 10; i++)
            list.PushTail(PackedItem.Of(new byte[18]));
        Assert.InRange(list.MemoryBytes, 8000, 9500);
        list.Free();
    }

    [Fact]
    public void Queue_ThatStaysShort_StaysInOneChunk()
    {
        var list = new ChunkedList(_heap, 8192);
        for (int i = 0; i < 20; i++)
            list.PushTail(PackedItem.Of(i));
        for (int i = 20; i < 100_000; i++)
        {
            list.PushTail(PackedItem.Of(i));
            Assert.Equal(i - 20, PackedList.Read(list.EntriesOf(0), 0, out _).Integer);
            list.RemoveHead(1);
        }
        Assert.Equal(1, list.ChunkCount);
        Assert.InRange(list.MemoryBytes, 100, 8300);
        list.Free();
    }

    private void Edit(Random random, ChunkedList list, bool grows)
    {
        if (_model.Count == 0 || (grows && random.Next(3) > 0))
        {
            Push(random, list);
            return;
        }
        int index = random.Next(_model.Count);
        byte[] text = random.Next(4) == 0 ? _model[index] : RandomText(random);
        switch (random.Next(7))
        {
            case 0:
                Push(random, list);
                break;
            case 1:
                list.Insert(list.PositionOf(index), PackedItem.Of(text));
                _model.Insert(index, text);
                break;
            case 2:
                list.Replace(list.PositionOf(index), PackedItem.Of(text));
                _model[index] = text;
                break;
            case 3:
                RemoveEqual(random, list, _model[index]);
                break;
            case 4:
                RemoveAtEnds(random, list, random.Next(grows ? 2 : 20) == 0 ? random.Next(_model.Count) : 1);
                break;
            case 5:
                InsertBehind(list, index, text);
                break;
            default:
                RemoveAtEnds(random, list, grows ? 1 : Math.Min(_model.Count, random.Next(1, 10)));
                break;
        }
    }

    private void Push(Random random, ChunkedList list)
    {
        byte[] text = RandomText(random);
        if (random.Next(2) == 0)
        {
            list.PushHead(PackedItem.Of(text));
            _model.Insert(0, text);
        }
        else
        {
            list.PushTail(PackedItem.Of(text));
            _model.Add(text);
        }
    }

    private void InsertBehind(ChunkedList list, int index, byte[] text)
    {
        ListPosition at = list.PositionOf(index);
        PackedList.Read(list.EntriesOf(at.Chunk), at.Offset, out int behind);
        list.Insert(at with { Offset = behind }, PackedItem.Of(text));
        _model.Insert(index + 1, text);
    }

    private void RemoveEqual(Random random, ChunkedList list, byte[] text)
    {
        bool fromTail = random.Next(2) == 0;
        long max = random.Next(3) == 0 ? long.MaxValue : random.Next(1, 4);
        long removed = list.RemoveEqual(PackedItem.Of(text), max, fromTail);
        long expected = 0;
        for (; expected < max; expected++)
        {
            int found = fromTail
                ? _model.FindLastIndex(element => element.AsSpan().SequenceEqual(text))
                : _model.FindIndex(element => element.AsSpan().SequenceEqual(text));
            if (found < 0)
                break;
            _model.RemoveAt(found);
        }
        Assert.Equal(expected, removed);
    }

    private void RemoveAtEnds(Random random, ChunkedList list, int count)
    {
        if (random.Next(2) == 0)
        {
            list.RemoveHead(count);
            _model.RemoveRange(0, count);
        }
        else
        {
            list.RemoveTail(count);
            _model.RemoveRange(_model.Count - count, count);
        }
    }

    private ChunkedList Cloned(ChunkedList list)
    {
        var clone = (ChunkedList)list.CloneInto(_heap);
        Assert.InRange(clone.MemoryBytes, 0, list.MemoryBytes);
        list.Free();
        Assert.Equal(_heap.UsedBytes, clone.MemoryBytes);
        return clone;
    }

    private void AssertSame(ChunkedList list, Random random)
    {
        var room = new byte[PackedItem.IntegerTextMax];
        int index = 0;
        for (int chunk = 0; chunk < list.ChunkCount; chunk++)
        {
            ReadOnlySpan<byte> entries = list.EntriesOf(chunk);
            Assert.False(entries.IsEmpty);
            for (int offset = 0; offset < entries.Length;)
                Assert.Equal(_model[index++], PackedList.Read(entries, offset, out offset).Text(room));
        }
        Assert.Equal(_model.Count, index);
        if (index == 0)
            return;
        int some = random.Next(_model.Count);
        ListPosition at = list.PositionOf(some);
        Assert.Equal(_model[some], PackedList.Read(list.EntriesOf(at.Chunk), at.Offset, out _).Text(room));
    }

    private static byte[] RandomText(Random random)
    {
        if (random.Next(2) == 0)
            return Encoding.ASCII.GetBytes(random.Next(-200, 70_000).ToString(CultureInfo.InvariantCulture));
        int length = random.Next(20) switch
        {
            0 => random.Next(3000, 30_000),
            1 => random.Next(60, 300),
            _ => random.Next(0, 20),
        };
        var text = new byte[length];
        random.NextBytes(text);
        return text;
    }
}
