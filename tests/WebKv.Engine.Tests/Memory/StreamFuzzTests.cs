using System.Globalization;
using System.Text;
using WebKv.Memory;
using WebKv.Memory.Collections;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Random edits of a stream beside a plain sorted dictionary, with chunks of very different sizes.</summary>
public sealed class StreamFuzzTests : IDisposable
{
    private readonly RegionSource _regions = new();
    private readonly SlabHeap _heap;
    private readonly SortedDictionary<StreamId, byte[][]> _model = [];
    private Random _random = new(0);

    public StreamFuzzTests() => _heap = new SlabHeap(_regions);

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
        var stream = new StreamCollection(
            _heap, chunkBytes: Pick(1, 64, 500, 4096), chunkEntries: Pick(1, 3, 10, 100));
        for (int step = 0; step < FuzzRuns.Steps(3000); step++)
        {
            Edit(stream);
            Assert.Equal(_model.Count, stream.Count);
            Assert.Equal(_heap.UsedBytes - before, stream.MemoryBytes);
            if (step % 250 == 0)
                AssertSame(stream);
            if (step % 500 == 499)
                stream = Cloned(stream);
        }
        AssertSame(stream);
        stream.Free();
        Assert.Equal(before, _heap.UsedBytes);
    }

    [Fact]
    public void SameFieldsAndNearIds_TakeFewBytes()
    {
        var stream = new StreamCollection(_heap, 4096, 100);
        for (uint i = 0; i < 10_000; i++)
        {
            byte[][] fields = Texts("temperature", $"v{i:00000}");
            stream.Append(new StreamId(1_700_000_000_000UL + i, 0), new TextFields(fields));
        }
        Assert.InRange(stream.MemoryBytes / 10_000.0, 10, 16);
        stream.Free();
    }

    private void Edit(StreamCollection stream)
    {
        switch (_random.Next(12))
        {
            case < 8:
                StreamId id = NextId(stream.LastId);
                byte[][] fields = RandomFields();
                stream.Append(id, new TextFields(fields));
                _model.Add(id, fields);
                break;
            case < 11:
                StreamId victim = RandomId();
                Assert.Equal(_model.Remove(victim), stream.Delete(victim));
                Assert.False(stream.Contains(victim));
                break;
            default:
                if (_random.Next(10) == 0)
                    Trim(stream);
                break;
        }
    }

    private void Trim(StreamCollection stream)
    {
        bool byLength = _random.Next(2) == 0;
        var trim = new StreamTrim
        {
            LengthMax = byLength ? _random.Next(_model.Count + 2) : null,
            IdMin = RandomId(),
            WholeChunks = _random.Next(2) == 0,
            Limit = Pick(0, 0, 5, 50),
        };
        int exact = byLength
            ? Math.Max(0, _model.Count - (int)trim.LengthMax!)
            : _model.Keys.Count(id => id < trim.IdMin);
        long removed = stream.Trim(trim);
        if (!trim.WholeChunks && trim.Limit == 0)
            Assert.Equal(exact, removed);
        Assert.InRange(removed, 0, exact);
        foreach (StreamId id in _model.Keys.Take((int)removed).ToList())
            _model.Remove(id);
    }

    private void AssertSame(StreamCollection stream)
    {
        StreamId from = RandomId();
        StreamId to = RandomId();
        AssertWalk(stream.Range(StreamId.Min, StreamId.Max), _model.Keys);
        AssertWalk(stream.Range(StreamId.Min, StreamId.Max, backward: true), _model.Keys.Reverse());
        AssertWalk(stream.Range(from, to), _model.Keys.Where(id => id >= from && id <= to));
        AssertWalk(stream.Range(from, to, backward: true), _model.Keys.Where(id => id >= from && id <= to).Reverse());
        Assert.Equal(_model.Keys.FirstOrDefault(), stream.FirstId);
        Assert.Equal(_model.Keys.LastOrDefault(), stream.NewestId);
        if (_model.Count > 0)
            Assert.True(stream.Contains(_model.Keys.ElementAt(_random.Next(_model.Count))));
    }

    private void AssertWalk(StreamCursor cursor, IEnumerable<StreamId> expected)
    {
        foreach (StreamId id in expected)
        {
            Assert.True(cursor.MoveNext());
            Assert.Equal(id, cursor.Id);
            AssertFields(_model[id], cursor.Entry);
        }
        Assert.False(cursor.MoveNext());
    }

    private static void AssertFields(byte[][] expected, StreamEntry entry)
    {
        var room = new byte[PackedItem.IntegerTextMax];
        Assert.Equal(expected.Length / 2, entry.FieldCount);
        for (int i = 0; entry.TryNext(out PackedItem field, out PackedItem value); i += 2)
        {
            Assert.Equal(expected[i], field.Text(room));
            Assert.Equal(expected[i + 1], value.Text(room));
        }
    }

    private StreamCollection Cloned(StreamCollection stream)
    {
        var clone = (StreamCollection)stream.CloneInto(_heap);
        stream.Free();
        Assert.Equal(_model.Count, clone.Count);
        return clone;
    }

    private StreamId NextId(StreamId last) => _random.Next(10) switch
    {
        0 => new StreamId(last.Ms + (ulong)_random.Next(1, 1_000_000), (ulong)_random.NextInt64(0, long.MaxValue)),
        < 5 => new StreamId(last.Ms + (ulong)_random.Next(1, 10), 0),
        _ => last with { Sequence = last.Sequence + (ulong)_random.Next(1, 200) },
    };

    private StreamId RandomId()
    {
        if (_model.Count == 0)
            return new StreamId((ulong)_random.Next(100), 0);
        StreamId id = _model.Keys.ElementAt(_random.Next(_model.Count));
        return _random.Next(4) == 0 ? id with { Sequence = id.Sequence + 1 } : id;
    }

    private byte[][] RandomFields() => _random.Next(5) switch
    {
        0 => Texts("other", "1", "", RandomText()),
        1 => Texts("temperature", RandomText()),
        _ => Texts("temperature", RandomText(), "42", RandomText()),
    };

    private string RandomText() => _random.Next(20) switch
    {
        0 => "",
        1 => new string('x', _random.Next(20_000)),
        < 10 => (_random.NextInt64() >> _random.Next(64)).ToString(CultureInfo.InvariantCulture),
        _ => new string('y', _random.Next(40)),
    };

    private int Pick(params ReadOnlySpan<int> choices) => choices[_random.Next(choices.Length)];

    private static byte[][] Texts(params ReadOnlySpan<string> texts)
    {
        var bytes = new byte[texts.Length][];
        for (int i = 0; i < texts.Length; i++)
            bytes[i] = Encoding.UTF8.GetBytes(texts[i]);
        return bytes;
    }
}
