using System.Text;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

[Collection(nameof(ProcessMemoryCollection))]
public sealed class FieldTableFuzzTests : IDisposable
{
    private readonly RegionSource _regions = new();
    private readonly SlabHeap _heap;

    public FieldTableFuzzTests() => _heap = new SlabHeap(_regions);

    public void Dispose()
    {
        _heap.Dispose();
        Assert.Equal(0, _regions.PageBytesInUse);
        _regions.Dispose();
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomChanges_GiveWhatAPlainDictionaryGives(int seed)
    {
        var random = new Random(seed);
        var table = new FieldTable(_heap);
        var model = new Dictionary<string, (string Value, long DeadlineMs)>();
        for (int step = 0; step < FuzzRuns.Steps(20_000); step++)
        {
            // It grows in one half of the time and shrinks in the other.
            bool grows = step / 5_000 % 2 == 0;
            Change(random, table, model, grows);
            if (step % 1_000 == 0)
                AssertSame(table, model);
        }
        AssertClone(table, model);
        table.Free();
        Assert.Equal(0, _heap.UsedBytes);
        Assert.Equal(0, table.MemoryBytes);
    }

    [Fact]
    public void RemoveEarliest_TakesTheDeadlinesInTheirOrder()
    {
        var random = new Random(5);
        var table = new FieldTable(_heap);
        long[] deadlines = [.. Enumerable.Range(0, 5_000).Select(_ => random.NextInt64(1, 1_000))];
        for (int i = 0; i < deadlines.Length; i++)
            table.Set(Item($"field:{i}"), Hash($"field:{i}"), Item("value"), deadlines[i]);
        Array.Sort(deadlines);
        foreach (long deadline in deadlines)
        {
            Assert.Equal(deadline, table.EarliestMs);
            Assert.Equal(deadline, table.Earliest.DeadlineMs);
            table.RemoveEarliest();
        }
        Assert.Equal((0L, 0L, long.MaxValue), (table.Count, table.TimedCount, table.EarliestMs));
        table.Free();
    }

#if !DEBUG
    [Fact]
    public void Bytes_PerShortField_AreBelow46()
    {
        var table = new FieldTable(_heap);
        const int Fields = 200_000;
        for (int i = 0; i < Fields; i++)
        {
            string field = $"f{i:D9}";
            table.Set(Item(field), (uint)field.GetHashCode(StringComparison.Ordinal), Item($"v{i:D9}"), 0);
        }
        Assert.InRange((double)table.MemoryBytes / Fields, 32, 46);
        table.Free();
    }
#endif

    private static void Change(
        Random random, FieldTable table, Dictionary<string, (string Value, long DeadlineMs)> model, bool grows)
    {
        string field = Text(random, 3_000);
        PackedItem item = Item(field);
        uint hash = Hash(field);
        long deadlineMs = random.Next(2) == 0 ? 0 : random.NextInt64(1, 1L << 46);
        bool exists = model.TryGetValue(field, out (string Value, long DeadlineMs) old);
        Assert.Equal(exists, table.TryGet(item, hash, out HashField found));
        if (exists)
            Assert.Equal(old, (Read(found.Value), found.DeadlineMs));
        switch (random.Next(10))
        {
            case 0:
                Assert.Equal(exists, table.SetDeadline(item, hash, deadlineMs));
                if (exists)
                    model[field] = (old.Value, deadlineMs);
                break;
            case < 8 when grows:
            case 1:
                string value = Text(random, 200);
                Assert.Equal(!exists, table.Set(item, hash, Item(value), deadlineMs));
                model[field] = (value, deadlineMs);
                break;
            case 2 when table.TimedCount > 0:
                Assert.Equal(model.Values.Where(e => e.DeadlineMs > 0).Min(e => e.DeadlineMs), table.EarliestMs);
                Assert.True(model.Remove(Read(table.Earliest.Field)));
                table.RemoveEarliest();
                break;
            default:
                Assert.Equal(exists, table.Remove(item, hash));
                model.Remove(field);
                break;
        }
    }

    private void AssertSame(FieldTable table, Dictionary<string, (string Value, long DeadlineMs)> model)
    {
        Assert.Equal(model.Count, table.Count);
        Assert.Equal(model.Values.Count(entry => entry.DeadlineMs != 0), table.TimedCount);
        Assert.Equal(_heap.UsedBytes, table.MemoryBytes);
        Assert.Equal(Lines(model), Walk(table).Order());
        var seen = new Collector([]);
        ulong cursor = 0;
        do
            cursor = table.Scan(cursor, ref seen);
        while (cursor != 0);
        Assert.Equal(Lines(model), seen.Fields.Order());
    }

    private void AssertClone(FieldTable table, Dictionary<string, (string Value, long DeadlineMs)> model)
    {
        using var other = new SlabHeap(_regions);
        FieldTable clone = table.CloneInto(other);
        Assert.Equal(Lines(model), Walk(clone).Order());
        Assert.Equal(other.UsedBytes, clone.MemoryBytes);
        Assert.Equal(table.EarliestMs, clone.EarliestMs);
        foreach (string field in model.Keys)
            Assert.True(clone.Remove(Item(field), Hash(field)));
        Assert.Equal(model.Count, table.Count);
    }

    private static IEnumerable<string> Lines(Dictionary<string, (string Value, long DeadlineMs)> model) =>
        model.Select(entry => $"{entry.Key}={entry.Value.Value}@{entry.Value.DeadlineMs}").Order();

    private static List<string> Walk(FieldTable table)
    {
        var fields = new List<string>();
        long position = 0;
        while (table.TryRead(ref position, out HashField field))
            fields.Add(Line(field));
        return fields;
    }

    private static string Line(scoped HashField field) =>
        $"{Read(field.Field)}={Read(field.Value)}@{field.DeadlineMs}";

    private static string Read(scoped PackedItem item) =>
        Encoding.Latin1.GetString(item.Text(new byte[PackedItem.IntegerTextMax]));

    private static PackedItem Item(string text) => PackedItem.Of(Encoding.Latin1.GetBytes(text));

    // Few hash values, so that chains are long and full of equal hashes.
    private static uint Hash(string field)
    {
        uint hash = (uint)field.GetHashCode(StringComparison.Ordinal);
        return hash % 3 == 0 ? hash % 64 : hash;
    }

    private static string Text(Random random, int range) => random.Next(8) switch
    {
        0 => $"{random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)}",
        1 => new string('x', random.Next(300)),
        2 when random.Next(50) == 0 => new string('y', 8_000 + random.Next(20_000)),
        _ => $"{(random.Next(2) == 0 ? "m" : "")}{random.Next(range)}",
    };

    private readonly struct Collector(List<string> fields) : IFieldVisitor
    {
        public List<string> Fields => fields;

        public void Visit(scoped HashField field) => fields.Add(Line(field));
    }
}
