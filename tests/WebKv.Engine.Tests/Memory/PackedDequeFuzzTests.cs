using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Random edits of a deque of small chunks beside a plain list.</summary>
public sealed class PackedDequeFuzzTests
{
    private const int Steps = 4000;
    private const int ChunkBytes = 128;

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomEdits_GiveWhatAPlainListGives(int seed)
    {
        var random = new Random(seed);
        using var regions = new RegionSource();
        using var heap = new SlabHeap(regions);
        var deque = new PackedDeque(heap, ChunkBytes);
        var model = new List<byte[]>();
        for (int step = 0; step < Steps; step++)
        {
            Edit(random, deque, model, shrinks: step / 500 % 2 == 1);
            Assert.Equal(model.Count, deque.Count);
            Assert.Equal(heap.UsedBytes, deque.MemoryBytes);
            if (step % 50 == 0)
                AssertSame(model, deque);
        }
        AssertSame(model, deque);
        Collection clone = deque.CloneInto(heap);
        AssertSame(model, (PackedDeque)clone);
        clone.Free();
        deque.Free();
        Assert.Equal(0, heap.UsedBytes);
    }

    private static void Edit(Random random, PackedDeque deque, List<byte[]> model, bool shrinks)
    {
        byte[] text = RandomText(random);
        int index = model.Count == 0 ? 0 : random.Next(model.Count);
        int kind = model.Count == 0 ? random.Next(2) : random.Next(shrinks ? 2 : 0, shrinks ? 9 : 7);
        switch (kind)
        {
            case 0:
                deque.PushFirst(PackedItem.Of(text));
                model.Insert(0, text);
                break;
            case 1:
                deque.PushLast(PackedItem.Of(text));
                model.Add(text);
                break;
            case 2:
                deque.InsertBefore(deque.Seek(index), PackedItem.Of(text));
                model.Insert(index, text);
                break;
            case 3:
                deque.InsertAfter(deque.Seek(index), PackedItem.Of(text));
                model.Insert(index + 1, text);
                break;
            case 4:
                deque.Replace(deque.Seek(index), PackedItem.Of(text));
                model[index] = text;
                break;
            case 5:
                PackedPlace place = deque.Seek(index);
                PackedPlace? next = deque.Remove(place);
                model.RemoveAt(index);
                Assert.Equal(index < model.Count, next is not null);
                if (next is { } following)
                    Assert.Equal(model[index], Text(deque.Read(following)));
                deque.Compact(place);
                break;
            default:
                int count = random.Next(Math.Min(model.Count, 12) + 1);
                if (random.Next(2) == 0)
                {
                    deque.RemoveFirst(count);
                    model.RemoveRange(0, count);
                }
                else
                {
                    deque.RemoveLast(count);
                    model.RemoveRange(model.Count - count, count);
                }
                break;
        }
    }

    private static void AssertSame(List<byte[]> model, PackedDeque deque)
    {
        if (model.Count == 0)
            return;
        PackedPlace place = deque.Seek(0);
        for (int i = 0; i < model.Count; i++)
        {
            Assert.Equal(model[i], Text(deque.Read(place)));
            Assert.Equal(place, deque.Seek(i));
            Assert.Equal(i + 1 < model.Count, deque.MoveNext(ref place));
        }
        place = deque.Seek(model.Count - 1);
        for (int i = model.Count - 1; i >= 0; i--)
        {
            Assert.Equal(model[i], Text(deque.Read(place)));
            Assert.Equal(i > 0, deque.MovePrevious(ref place));
        }
    }

    private static byte[] Text(PackedItem item) => item.Text(new byte[PackedItem.IntegerTextMax]).ToArray();

    private static byte[] RandomText(Random random)
    {
        var text = new byte[random.Next(30) == 0 ? random.Next(200, 400) : random.Next(0, 20)];
        random.NextBytes(text);
        return text;
    }
}
