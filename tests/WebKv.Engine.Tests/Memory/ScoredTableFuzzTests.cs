using System.Text;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Random operations on a table of scores beside a sorted set of the framework, with every rule of the tree
/// checked on the way.</summary>
public sealed class ScoredTableFuzzTests : IDisposable
{
    private readonly RegionSource _regions = new();
    private readonly SlabHeap _heap;
    private readonly SortedSet<(double Score, string Member)> _order = new(new ByScoreAndBytes());
    private readonly Dictionary<string, double> _scores = [];
    private ScoredTable _table;

    public ScoredTableFuzzTests()
    {
        _heap = new SlabHeap(_regions);
        _table = new ScoredTable(_heap);
    }

    public void Dispose()
    {
        _table.Free();
        Assert.Equal(0, _heap.UsedBytes);
        _heap.Dispose();
        Assert.Equal(0, _regions.PageBytesInUse);
        _regions.Dispose();
    }

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomOperations_GiveWhatASortedSetGives(int seed)
    {
        var random = new Random(seed);
        int members = random.Next(2) == 0 ? 200 : 20_000;
        int scores = random.Next(3) switch { 0 => 1, 1 => 50, _ => 1_000_000 };
        int steps = FuzzRuns.Steps(30_000);
        for (int step = 0; step < steps; step++)
        {
            // Grows to the middle, shrinks afterwards.
            Change(random, members, scores, growing: step < steps / 2);
            if (step % 64 == 0)
                Look(random, members);
            if (step % 1024 == 0)
                AssertSame();
        }
        AssertSame();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void OrderedInserts_AppendedOnesFillTheirLeaves(bool downwards)
    {
        const int Count = 20_000;
        for (int i = 0; i < Count; i++)
            Set($"m{i:D6}", downwards ? -i : i);
        AssertSame();
        long bytesPerElement = _table.MemoryBytes / Count;
        Assert.InRange(bytesPerElement, downwards ? 60 : 50, downwards ? 95 : 75);
    }

    [Fact]
    public void Queue_AppendedAndTakenFromTheFront_StaysSound()
    {
        for (int i = 0; i < 30_000; i++)
        {
            Set($"m{i:D6}", i);
            if (i > 5_000)
                RemoveRange(0, 1);
            if (i % 1000 == 0)
                AssertSame();
        }
        RemoveRange(0, _table.Count);
        AssertSame();
        Set("again", 1);
        AssertSame();
    }

    [Fact]
    public void Appended_TakenFromTheEnd_StaysSound()
    {
        // One more than fills its leaves and inner nodes, so that each level ends in a node of one slot.
        const int Count = 62 * 31 * 31 + 1;
        for (int i = 0; i < Count; i++)
            Set($"m{i:D6}", i);
        AssertSame();
        for (int left = Count; left > 0; left -= Math.Min(97, left))
        {
            RemoveRange(Math.Max(left - 97, 0), Math.Min(97, left));
            Assert.Null(ScoreTreeCheck.Find(_table));
        }
        AssertSame();
    }

    [Fact]
    public void Clone_HasTheSameElementsInLessMemory()
    {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++)
            Set($"m{i}", random.NextDouble());
        long before = _table.MemoryBytes;
        ScoredTable original = _table;
        _table = original.CloneInto(_heap);
        original.Free();
        AssertSame();
        Assert.True(_table.MemoryBytes < before * 0.97, $"{_table.MemoryBytes} of {before}");
        Assert.Equal(_table.MemoryBytes, _heap.UsedBytes);
    }

    [Fact]
    public void BigAndEmptyMembers_AreKept()
    {
        foreach (int length in (int[])[0, 1, 254, 255, 256, 70_000])
            Set(new string('x', length), length);
        AssertSame();
        RemoveRange(0, _table.Count);
        AssertSame();
    }

    private static byte[] Bytes(string member) => Encoding.Latin1.GetBytes(member);

    // Few bits, so that members meet in the index.
    private static uint Hash(string member) => member.Aggregate(17u, (hash, letter) => hash * 31 + letter) & 0xFFF;

    private void Change(Random random, int members, int scores, bool growing)
    {
        string member = RandomMember(random, members);
        switch (random.Next(20))
        {
            case 0:
                RemoveRange(random.Next((int)_table.Count + 1), random.Next(growing ? 5 : 20));
                break;
            case < 9 when !growing:
                Remove(member);
                break;
            case < 5:
                Remove(member);
                break;
            default:
                Set(member, RandomScore(random, scores));
                break;
        }
    }

    private static string RandomMember(Random random, int members) =>
        string.Create(1 + random.Next(3), random.Next(members), static (text, number) =>
        {
            for (int i = text.Length - 1; i >= 0; i--, number >>= 7)
                text[i] = (char)(number & 0xFF);
        });

    private static double RandomScore(Random random, int scores) => random.Next(200) switch
    {
        0 => double.PositiveInfinity,
        1 => double.NegativeInfinity,
        2 => -0.0,
        3 => double.Epsilon,
        _ => random.Next(scores) - scores / 2,
    };

    private void Set(string member, double score)
    {
        if (_scores.TryGetValue(member, out double old))
        {
            Assert.True(_table.TryFind(Bytes(member), Hash(member), out ScoredElement element));
            Assert.Equal(old, element.Score);
            _table.SetScore(element, score);
            _order.Remove((old, member));
        }
        else
        {
            Assert.False(_table.TryFind(Bytes(member), Hash(member), out _));
            _table.Add(Bytes(member), Hash(member), score);
        }
        _scores[member] = score;
        _order.Add((score, member));
    }

    private void Remove(string member)
    {
        bool found = _table.TryFind(Bytes(member), Hash(member), out ScoredElement element);
        Assert.Equal(_scores.Remove(member, out double score), found);
        if (!found)
            return;
        _table.Remove(element);
        _order.Remove((score, member));
    }

    private void RemoveRange(long rank, long count)
    {
        count = Math.Min(count, _table.Count - rank);
        _table.RemoveRange(rank, count);
        foreach ((double Score, string Member) element in _order.Skip((int)rank).Take((int)count).ToList())
        {
            _order.Remove(element);
            _scores.Remove(element.Member);
        }
    }

    private void Look(Random random, int members)
    {
        string member = RandomMember(random, members);
        double score = RandomScore(random, 50);
        Assert.Equal(_order.Count(element => element.Score < score), _table.CountBelow(score, orEqual: false));
        Assert.Equal(_order.Count(element => element.Score <= score), _table.CountBelow(score, orEqual: true));
        if (_table.TryFind(Bytes(member), Hash(member), out ScoredElement found))
        {
            (double, string) wanted = (found.Score, member);
            Assert.Equal(_order.TakeWhile(element => element != wanted).Count(), _table.RankOf(found));
        }
        int rank = random.Next(_order.Count + 1);
        bool reverse = random.Next(2) == 0;
        int count = Math.Min(random.Next(200), reverse ? rank : _order.Count - rank);
        IEnumerable<(double, string)> expected = reverse
            ? _order.Take(rank).Reverse().Take(count)
            : _order.Skip(rank).Take(count);
        AssertWalk(expected, _table.Walk(reverse ? rank - 1 : rank, count, reverse));
    }

    private void AssertSame()
    {
        Assert.Null(ScoreTreeCheck.Find(_table));
        Assert.Equal(_order.Count, _table.Count);
        AssertWalk(_order, _table.Walk(0, _table.Count));
        AssertWalk(_order.Reverse(), _table.Walk(_table.Count - 1, _table.Count, reverse: true));
        if (_order.Count > 0 && _order.Min.Score == _order.Max.Score)
            AssertMemberRanks();
        var seen = new Collector([]);
        ulong cursor = 0;
        do
            cursor = _table.Scan(cursor, ref seen);
        while (cursor != 0);
        Assert.Equal(_order.Select(element => element.Member).Order(StringComparer.Ordinal),
            seen.Members.Order(StringComparer.Ordinal));
    }

    private void AssertMemberRanks()
    {
        int rank = 0;
        foreach ((_, string member) in _order)
        {
            Assert.Equal(rank, _table.CountBelow(Bytes(member), orEqual: false));
            Assert.Equal(++rank, _table.CountBelow(Bytes(member), orEqual: true));
        }
    }

    private static void AssertWalk(IEnumerable<(double Score, string Member)> expected, ScoredCursor walk)
    {
        foreach ((double score, string member) in expected)
        {
            Assert.True(walk.MoveNext());
            Assert.Equal(member, Encoding.Latin1.GetString(walk.Current.Member));
            Assert.Equal(score, walk.Current.Score);
        }
        Assert.False(walk.MoveNext());
    }

    private readonly struct Collector(List<string> members) : IScoredVisitor
    {
        public List<string> Members => members;

        public void Visit(ScoredElement element) => members.Add(Encoding.Latin1.GetString(element.Member));
    }

    private sealed class ByScoreAndBytes : IComparer<(double Score, string Member)>
    {
        public int Compare((double Score, string Member) left, (double Score, string Member) right) =>
            left.Score < right.Score ? -1
            : left.Score > right.Score ? 1
            : string.CompareOrdinal(left.Member, right.Member);
    }
}
