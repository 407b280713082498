using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

public sealed class IntegerSetFuzzTests
{
    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomEdits_GiveWhatASortedSetGives(int seed)
    {
        var random = new Random(seed);
        var space = new ArraySpace();
        var model = new SortedSet<long>();
        for (int step = 0; step < FuzzRuns.Steps(3_000); step++)
        {
            long member = Integer(random, step);
            int index = IntegerSet.Find(space.Bytes, member);
            Assert.Equal(model.Contains(member), index >= 0);
            if (index < 0 && random.Next(3) > 0)
            {
                IntegerSet.Insert(ref space, ~index, member);
                model.Add(member);
            }
            else if (index >= 0)
            {
                IntegerSet.RemoveAt(ref space, index);
                model.Remove(member);
            }
            Assert.Equal(model.Count, IntegerSet.Count(space.Bytes));
        }
        Assert.Equal(model, Enumerable.Range(0, model.Count).Select(i => IntegerSet.At(space.Bytes, i)));
    }

    [Fact]
    public void Bytes_AreThoseOfTheWidestMember()
    {
        var space = new ArraySpace();
        IntegerSet.Insert(ref space, 0, 7);
        IntegerSet.Insert(ref space, 1, short.MaxValue);
        Assert.Equal(1 + 2 * 2, space.Bytes.Length);
        IntegerSet.Insert(ref space, 2, short.MaxValue + 1);
        Assert.Equal(1 + 3 * 4, space.Bytes.Length);
        IntegerSet.Insert(ref space, 0, long.MinValue);
        Assert.Equal(1 + 4 * 8, space.Bytes.Length);
    }

    // Small at first, so that the set is widened while it has members.
    private static long Integer(Random random, int step) => step < 1_000
        ? random.Next(-200, 200)
        : step < 2_000
            ? random.Next(-300, 300) * 1_000
            : random.Next(-100, 100) * (long.MaxValue / 100);

    private struct ArraySpace() : IPackedSpace
    {
        private byte[] _bytes = [2];

        public readonly Span<byte> Bytes => _bytes;

        public Span<byte> Resize(int length)
        {
            Array.Resize(ref _bytes, length);
            return _bytes;
        }
    }
}
