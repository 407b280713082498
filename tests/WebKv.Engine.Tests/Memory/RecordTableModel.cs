using System.Text;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

/// <summary>
/// A record table and a dictionary that are changed in step by random operations. A key's hash is whatever the test
/// says, so that collisions can be had at will.
/// </summary>
/// <remarks>An operation that is refused memory must leave both as they were; that is the model, too.</remarks>
internal sealed class RecordTableModel(Random random, RegionSource regions, Func<byte[], ulong> hash) : IDisposable
{
    private readonly SlabHeap _heap = new(regions);
    private readonly Dictionary<string, ModelRecord> _model = [];
    private readonly List<string> _names = [];
    private RecordTable? _table;

    public RecordTable Table => _table ??= new RecordTable(new CollectionTable(_heap, old => old.Dispose()));

    public SlabHeap Heap => _heap;

    public int Count => _names.Count;

    /// <summary>Operations that ended with the refusal of memory.</summary>
    public int Refusals { get; private set; }

    /// <summary>Longest key of random additions.</summary>
    public int KeyBytesMax { get; init; } = 70_000;

    public void Step(int addPercent)
    {
        try
        {
            if (_names.Count == 0 || random.Next(100) < addPercent)
                Add();
            else
                ChangeOne(_names[random.Next(_names.Count)]);
        }
        catch (OutOfMemoryException)
        {
            Refusals++;
        }
        Assert.Equal(_names.Count, Table.Count);
    }

    public void RemoveRandom() => Remove(_names[random.Next(_names.Count)]);

    /// <summary>Every record is found by its key and is as it must be; and the walk shows each exactly once.</summary>
    public void AssertEqual()
    {
        foreach (ModelRecord expected in _model.Values)
        {
            Assert.True(Table.TryFind(expected.Key, expected.Hash, out Record record));
            expected.AssertEquals(record);
        }
        Assert.Equal(_model.Values.Count(expected => expected.Shape.ExpiryMs != 0), Table.VolatileCount);
        var seen = new KeyCollector();
        Table.VisitAll(ref seen);
        Assert.Equal(_names.Count, seen.Keys.Count);
        Assert.True(seen.Keys.ToHashSet().SetEquals(_model.Keys));
    }

    public void Dispose()
    {
        _table?.Dispose();
        _heap.Dispose();
    }

    private void Add()
    {
        byte[] key = RandomKey();
        string name = Encoding.Latin1.GetString(key);
        if (_model.ContainsKey(name))
            return;
        Assert.False(Table.TryFind(key, hash(key), out _));
        ModelRecord expected = RandomRecord(key);
        Record record = Table.Add(key, expected.Hash, expected.Shape, expected.Access);
        _model.Add(name, expected);
        _names.Add(name);
        Fill(record, expected);
    }

    private void ChangeOne(string name)
    {
        ModelRecord old = _model[name];
        Assert.True(Table.TryFind(old.Key, old.Hash, out Record record));
        old.AssertEquals(record);
        switch (random.Next(6))
        {
            case 0:
            case 1:
                Remove(name);
                break;
            case 2:
                SetExpiry(name, old, record);
                break;
            case 3 when !old.IsBlob:
                Resize(name, old, record);
                break;
            case 4:
                record.Access = (uint)random.Next(1 << 24);
                _model[name] = old with { Access = record.Access };
                break;
            default:
                Replace(name, old, record);
                break;
        }
    }

    private void Remove(string name)
    {
        ModelRecord old = _model[name];
        Assert.True(Table.TryFind(old.Key, old.Hash, out Record record));
        Table.Remove(record);
        _model.Remove(name);
        int at = _names.IndexOf(name);
        _names[at] = _names[^1];
        _names.RemoveAt(_names.Count - 1);
        Assert.False(Table.TryFind(old.Key, old.Hash, out _));
    }

    private void Replace(string name, ModelRecord old, Record record)
    {
        ModelRecord expected = RandomRecord(old.Key);
        Record replaced = Table.Replace(record, expected.Shape, expected.Access);
        _model[name] = expected;
        Fill(replaced, expected);
    }

    private void SetExpiry(string name, ModelRecord old, Record record)
    {
        long expiryMs = RandomExpiry();
        Record changed = Table.SetExpiry(record, expiryMs);
        _model[name] = old with { Shape = old.Shape with { ExpiryMs = expiryMs } };
        _model[name].AssertEquals(changed);
    }

    private void Resize(string name, ModelRecord old, Record record)
    {
        byte[] value = RandomBytes(RandomLength());
        int kept = Math.Min(value.Length, old.Value.Length);
        Record resized = Table.Resize(record, RecordEncoding.InlineEdited, value.Length);
        old.Value.AsSpan(0, kept).CopyTo(value);
        Assert.True(resized.InlineValue[..kept].SequenceEqual(value.AsSpan(0, kept)));
        value.CopyTo(resized.InlineValue);
        var shape = old.Shape with { Encoding = RecordEncoding.InlineEdited, ValueLength = value.Length };
        _model[name] = old with { Shape = shape, Value = value };
    }

    private static void Fill(Record record, ModelRecord expected)
    {
        if (expected.IsBlob)
            RecordTable.SetBlob(record, Blob.CopyOf(expected.Value));
        else
            expected.Value.CopyTo(record.InlineValue);
        expected.AssertEquals(record);
    }

    private ModelRecord RandomRecord(byte[] key)
    {
        bool isBlob = random.Next(8) == 0;
        byte[] value = RandomBytes(RandomLength());
        var shape = new RecordShape(
            (RecordType)random.Next(6),
            isBlob ? RecordEncoding.Blob : RecordEncoding.Inline,
            isBlob ? nint.Size : value.Length,
            RandomExpiry());
        return new ModelRecord(key, hash(key), shape, value, (uint)random.Next(1 << 24));
    }

    private byte[] RandomKey()
    {
        int length = random.Next(40) == 0 ? random.Next(KeyBytesMax + 1) : random.Next(1 + Math.Min(24, KeyBytesMax));
        return RandomBytes(length);
    }

    private int RandomLength() => random.Next(10) switch
    {
        0 => random.Next(20_001),
        1 => 0,
        _ => random.Next(200),
    };

    private long RandomExpiry() => random.Next(2) == 0 ? 0 : random.NextInt64(long.MinValue, long.MaxValue) | 1;

    private byte[] RandomBytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
