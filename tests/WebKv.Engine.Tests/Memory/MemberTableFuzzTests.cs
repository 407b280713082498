using System.Text;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

[Collection(nameof(ProcessMemoryCollection))]
public sealed class MemberTableFuzzTests : IDisposable
{
    private readonly RegionSource _regions = new();
    private readonly SlabHeap _heap;

    public MemberTableFuzzTests() => _heap = new SlabHeap(_regions);

    public void Dispose()
    {
        _heap.Dispose();
        Assert.Equal(0, _regions.PageBytesInUse);
        _regions.Dispose();
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomChanges_GiveWhatAPlainSetGives(int seed)
    {
        var random = new Random(seed);
        var table = new MemberTable(_heap);
        var model = new HashSet<string>();
        for (int step = 0; step < FuzzRuns.Steps(20_000); step++)
        {
            // It grows in one half of the time and shrinks in the other.
            bool grows = step / 5_000 % 2 == 0;
            string member = Member(random);
            PackedItem item = Item(member);
            Assert.Equal(model.Contains(member), table.Contains(item, Hash(member)));
            if (random.Next(10) < (grows ? 8 : 2))
                Assert.Equal(model.Add(member), table.TryAdd(item, Hash(member)));
            else
                Assert.Equal(model.Remove(member), table.Remove(item, Hash(member)));
            if (step % 1_000 == 0)
                AssertSame(table, model);
        }
        AssertClone(table, model);
        table.Free();
        Assert.Equal(0, _heap.UsedBytes);
        Assert.Equal(0, table.MemoryBytes);
    }

    [Fact]
    public void Remove_OfAViewOfTheTableItself_IsSafe()
    {
        var table = new MemberTable(_heap);
        for (int i = 0; i < 1_000; i++)
            table.TryAdd(Item($"member:{i}"), Hash($"member:{i}"));
        while (table.Count > 0)
        {
            TableMember member = table.At(table.Draw(new Random(1)));
            Assert.True(table.Remove(member.Item, member.Hash));
        }
        table.Free();
    }

    // Integers of 16 bits fit the smallest block also with the canary of debug builds.
    [Fact]
    public void Bytes_PerSmallMember_AreBelow32()
    {
        MemberTable table = MemberTable.Apart(_heap);
        for (int i = 0; i <= short.MaxValue; i++)
            table.TryAdd(PackedItem.Of(i), (uint)i * 0x9E3779B1u);
        Assert.InRange((double)table.MemoryBytes / table.Count, 16, 32);
        table.Heap.Dispose();
    }

    private void AssertSame(MemberTable table, HashSet<string> model)
    {
        Assert.Equal(model.Count, table.Count);
        Assert.Equal(_heap.UsedBytes, table.MemoryBytes);
        Assert.Equal(model.Order(), Walk(table).Order());
        var seen = new Collector([]);
        ulong cursor = 0;
        do
            cursor = table.Scan(cursor, ref seen);
        while (cursor != 0);
        Assert.Equal(model.Order(), seen.Members.Order());
    }

    private void AssertClone(MemberTable table, HashSet<string> model)
    {
        using var other = new SlabHeap(_regions);
        MemberTable clone = table.CloneInto(other);
        Assert.Equal(model.Order(), Walk(clone).Order());
        Assert.Equal(other.UsedBytes, clone.MemoryBytes);
        foreach (string member in model)
            Assert.True(clone.Remove(Item(member), Hash(member)));
        Assert.Equal(model.Count, table.Count);
    }

    private static List<string> Walk(MemberTable table)
    {
        var members = new List<string>();
        long position = 0;
        while (table.TryRead(ref position, out TableMember member))
            members.Add(Text(member.Item));
        return members;
    }

    private static string Text(scoped PackedItem item) =>
        Encoding.Latin1.GetString(item.Text(new byte[PackedItem.IntegerTextMax]));

    private static PackedItem Item(string member) => PackedItem.Of(Encoding.Latin1.GetBytes(member));

    // Few hash values, so that chains are long and full of equal hashes.
    private static uint Hash(string member)
    {
        uint hash = (uint)member.GetHashCode(StringComparison.Ordinal);
        return hash % 3 == 0 ? hash % 64 : hash;
    }

    private static string Member(Random random) => random.Next(8) switch
    {
        0 => $"{random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)}",
        1 => new string('x', random.Next(300)),
        2 when random.Next(50) == 0 => new string('y', 8_000 + random.Next(400)),
        _ => $"{(random.Next(2) == 0 ? "m" : "")}{random.Next(3_000)}",
    };

    private readonly struct Collector(List<string> members) : IMemberVisitor
    {
        public List<string> Members => members;

        public void Visit(scoped PackedItem member) => members.Add(Text(member));
    }
}
