using System.Globalization;
using System.Text;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Random edits of a packed list beside a plain list.</summary>
public sealed class PackedListFuzzTests
{
    private const int Steps = 3000;

    [Theory]
    [MemberData(nameof(FuzzRuns.Seeds), MemberType = typeof(FuzzRuns))]
    public void RandomEdits_GiveWhatAPlainListGives(int seed)
    {
        var random = new Random(seed);
        var space = new ArraySpace();
        var model = new List<byte[]>();
        for (int step = 0; step < Steps; step++)
        {
            Edit(random, ref space, model);
            Assert.Equal(model.Count, PackedList.Count(space.Bytes));
            if (step % 50 == 0)
                AssertSame(model, space.Bytes);
        }
        AssertSame(model, space.Bytes);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("127")]
    [InlineData("-1")]
    [InlineData("128")]
    [InlineData("32768")]
    [InlineData("-2147483649")]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    public void CanonicalInteger_IsKeptAsAnInteger(string text)
    {
        PackedItem item = PackedItem.Of(Encoding.ASCII.GetBytes(text));
        Assert.True(item.IsInteger);
        Assert.Equal(long.Parse(text, CultureInfo.InvariantCulture), item.Integer);
        Assert.Equal(text.Length, item.TextLength);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("+1")]
    [InlineData("01")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1.0")]
    [InlineData("1e3")]
    public void OtherText_IsKeptAsBytes(string text) =>
        Assert.False(PackedItem.Of(Encoding.ASCII.GetBytes(text)).IsInteger);

    private static void Edit(Random random, ref ArraySpace space, List<byte[]> model)
    {
        int index = model.Count == 0 ? 0 : random.Next(model.Count);
        switch (random.Next(model.Count == 0 ? 2 : 6))
        {
            case 0 or 1 or 2:
                byte[] added = RandomText(random);
                bool appends = random.Next(2) == 0 || model.Count == 0;
                int at = appends ? space.Bytes.Length : PackedList.PositionOf(space.Bytes, index);
                PackedList.Insert(ref space, at, PackedItem.Of(added));
                model.Insert(appends ? model.Count : index, added);
                break;
            case 3:
                byte[] replacement = RandomText(random);
                PackedList.Replace(
                    ref space, PackedList.PositionOf(space.Bytes, index), PackedItem.Of(replacement));
                model[index] = replacement;
                break;
            default:
                int count = Math.Min(random.Next(1, 4), model.Count - index);
                PackedList.Remove(ref space, PackedList.PositionOf(space.Bytes, index), count);
                model.RemoveRange(index, count);
                break;
        }
    }

    private static void AssertSame(List<byte[]> model, ReadOnlySpan<byte> list)
    {
        var room = new byte[PackedItem.IntegerTextMax];
        int position = PackedList.EmptyLength;
        foreach (byte[] expected in model)
        {
            int found = PackedList.Find(list, PackedItem.Of(expected), position);
            Assert.Equal(position, found);
            Assert.Equal(expected, PackedList.Read(list, position, out position).Text(room));
        }
        Assert.Equal(list.Length, position);
        for (int i = model.Count - 1; i >= 0; i--)
        {
            position = PackedList.Previous(list, position);
            Assert.Equal(model[i], PackedList.Read(list, position, out _).Text(room));
        }
        Assert.Equal(PackedList.EmptyLength, position);
    }

    private static byte[] RandomText(Random random)
    {
        if (random.Next(2) == 0)
        {
            long integer = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            return Encoding.ASCII.GetBytes(integer.ToString(CultureInfo.InvariantCulture));
        }
        int length = random.Next(20) switch
        {
            0 => random.Next(8000, 9000),
            1 => random.Next(60, 300),
            _ => random.Next(0, 20),
        };
        var text = new byte[length];
        random.NextBytes(text);
        return text;
    }

    private struct ArraySpace() : IPackedSpace
    {
        private byte[] _bytes = new byte[PackedList.EmptyLength];

        public readonly Span<byte> Bytes => _bytes;

        public Span<byte> Resize(int length)
        {
            Array.Resize(ref _bytes, length);
            return _bytes;
        }
    }
}
