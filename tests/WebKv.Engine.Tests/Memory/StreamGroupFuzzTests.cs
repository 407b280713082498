using System.Text;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Random deliveries, claims and acknowledgements of a group beside a plain sorted dictionary.</summary>
public sealed class StreamGroupFuzzTests : IDisposable
{
    private readonly RegionSource _regions = new();
    private readonly SlabHeap _heap;
    private readonly SortedDictionary<StreamId, Delivery> _model = [];
    private readonly SortedSet<string> _consumers = new(StringComparer.Ordinal);
    private Random _random = new(0);

    public StreamGroupFuzzTests() => _heap = new SlabHeap(_regions);

    public void Dispose()
    {
        _heap.Dispose();
        _regions.Dispose();
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomEdits_GiveWhatASortedDictionaryGives(int seed)
    {
        _random = new Random(seed);
        long before = _heap.UsedBytes;
        var stream = new StreamCollection(_heap, 4096, 100);
        stream.AddGroup("other"u8, StreamId.Min, 0);
        stream.AddGroup("group"u8, StreamId.Min, 0);
        for (int step = 0; step < FuzzRuns.Steps(6000); step++)
        {
            Edit(stream.FindGroup("group"u8), growing: step % 3000 < 2000);
            Assert.Equal(_heap.UsedBytes - before, stream.MemoryBytes);
            if (step % 500 == 0)
                AssertSame(stream.FindGroup("group"u8));
            if (step % 2000 == 1999)
            {
                var clone = (StreamCollection)stream.CloneInto(_heap);
                stream.Free();
                stream = clone;
            }
        }
        AssertSame(stream.FindGroup("group"u8));
        Assert.Equal(2, stream.GroupCount);
        Assert.True(stream.RemoveGroup("group"u8));
        Assert.False(stream.RemoveGroup("group"u8));
        Assert.True(stream.FindGroup("group"u8).IsNull);
        stream.Free();
        Assert.Equal(before, _heap.UsedBytes);
    }

    [Fact]
    public void Acknowledged_AllButAFew_GiveTheirMemoryBack()
    {
        var stream = new StreamCollection(_heap, 4096, 100);
        StreamGroup group = stream.AddGroup("g"u8, StreamId.Min, 0);
        StreamConsumer consumer = group.AddConsumer("c"u8, 0);
        for (uint i = 1; i <= 100_000; i++)
            group.AddPending(new StreamId(i, 0), consumer, 0, 1);
        Assert.InRange(stream.MemoryBytes / 100_000.0, 56, 64);
        for (uint i = 1; i <= 100_000; i++)
            if (i % 500 != 0)
                group.RemovePending(new StreamId(i, 0));
        Assert.Equal(200, group.PendingCount);
        Assert.InRange(stream.MemoryBytes / 200.0, 56, 1000);
        stream.Free();
    }

    private void Edit(StreamGroup group, bool growing)
    {
        StreamId id = RandomId();
        switch (_random.Next(10))
        {
            case < 4 when growing:
                AddNewest(group);
                break;
            case < 6:
                Claim(group, id);
                break;
            case 6 when _random.Next(100) == 0:
                string gone = $"c{_random.Next(6)}";
                long expected = _consumers.Remove(gone) ? _model.Values.Count(entry => entry.Consumer == gone) : -1;
                Assert.Equal(expected, group.RemoveConsumer(Bytes(gone)));
                foreach ((StreamId lost, _) in _model.Where(entry => entry.Value.Consumer == gone).ToList())
                    _model.Remove(lost);
                break;
            default:
                Assert.Equal(_model.Remove(id), group.RemovePending(id));
                break;
        }
    }

    private void AddNewest(StreamGroup group)
    {
        StreamId newest = _model.Count == 0 ? StreamId.Min : _model.Keys.Last();
        for (int i = _random.Next(1, 20); i > 0; i--)
        {
            newest = new StreamId(newest.Ms + (ulong)_random.Next(1, 3), (ulong)_random.Next(3));
            Add(group, newest);
        }
    }

    private void Claim(StreamGroup group, StreamId id)
    {
        StreamPending pending = group.FindPending(id);
        Assert.Equal(_model.ContainsKey(id), !pending.IsNull);
        if (pending.IsNull)
        {
            Add(group, id);
            return;
        }
        string name = $"c{_random.Next(6)}";
        group.Assign(pending, Consumer(group, name));
        pending.Deliveries++;
        _model[id] = new Delivery(name, _model[id].Count + 1);
    }

    private void Add(StreamGroup group, StreamId id)
    {
        string name = $"c{_random.Next(6)}";
        group.AddPending(id, Consumer(group, name), deliveredMs: 5, deliveries: 1);
        _model.Add(id, new Delivery(name, 1));
    }

    private StreamConsumer Consumer(StreamGroup group, string name) =>
        _consumers.Add(name) ? group.AddConsumer(Bytes(name), seenMs: 1) : group.FindConsumer(Bytes(name));

    private void AssertSame(StreamGroup group)
    {
        StreamId from = RandomId();
        Assert.Equal(_model.Count, group.PendingCount);
        AssertWalk(group.Pending(from), _model.Where(entry => entry.Key >= from));
        AssertWalk(group.Pending(StreamId.Min), _model);
        Assert.Equal(_consumers.Count, group.ConsumerCount);
        int index = 0;
        foreach (string name in _consumers)
        {
            StreamConsumer consumer = group.ConsumerAt(index++);
            Assert.Equal(name, Encoding.UTF8.GetString(consumer.Name));
            AssertWalk(
                group.PendingOf(consumer, from),
                _model.Where(entry => entry.Key >= from && entry.Value.Consumer == name));
        }
        if (_model.Count > 0)
            Assert.Equal(_model.Keys.Last(), group.LastPending.Id);
    }

    private static void AssertWalk(PendingCursor cursor, IEnumerable<KeyValuePair<StreamId, Delivery>> expected)
    {
        foreach ((StreamId id, Delivery delivery) in expected)
        {
            Assert.True(cursor.MoveNext());
            Assert.Equal(id, cursor.Current.Id);
            Assert.Equal(delivery.Count, cursor.Current.Deliveries);
            Assert.Equal(delivery.Consumer, Encoding.UTF8.GetString(cursor.Current.Consumer.Name));
        }
        Assert.False(cursor.MoveNext());
    }

    private StreamId RandomId()
    {
        if (_model.Count == 0)
            return new StreamId(5, 5);
        StreamId id = _model.Keys.ElementAt(_random.Next(_model.Count));
        return _random.Next(3) == 0 ? id with { Sequence = (ulong)_random.Next(4) } : id;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private sealed record Delivery(string Consumer, long Count);
}
