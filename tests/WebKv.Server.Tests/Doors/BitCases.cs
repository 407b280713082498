using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Strings as bitmaps.</summary>
internal static class BitCases
{
    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Bit_SetAndGet), Of(Bit_OffsetOutOfRange_IsRefused), Of(Count_WholeAndPart), Of(Find_FirstOfEachKind),
        Of(Combine_AllOperations), Of(Combine_NotOfTwo_IsRefused),
        Of(Field_ReadsAndWrites), Of(Field_Overflows), Of(Field_OutOfRange_IsRefused), Of(Field_OtherType_IsRefused),
    ];

    private static async Task Bit_SetAndGet(Door door)
    {
        string key = NewKey();
        Assert.False(await door.Strings.GetBitAsync(key, 7));
        Assert.False(await door.Strings.SetBitAsync(key, 7, true));
        Assert.True(await door.Strings.SetBitAsync(key, 7, true));
        Assert.True(await door.Strings.GetBitAsync(key, 7));
        Assert.False(await door.Strings.GetBitAsync(key, uint.MaxValue));
        Assert.Equal("\x01", await door.Strings.GetAsync(key));
        Assert.True(await door.Strings.SetBitAsync(key, 7, false));
        Assert.Equal("\0", await door.Strings.GetAsync(key));
    }

    private static async Task Bit_OffsetOutOfRange_IsRefused(Door door)
    {
        foreach (long offset in (long[])[-1, 1L << 32, long.MaxValue])
        {
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Strings.GetBitAsync(NewKey(), offset));
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Strings.SetBitAsync(NewKey(), offset, true));
        }
    }

    private static async Task Count_WholeAndPart(Door door)
    {
        string key = NewKey();
        Assert.Equal(0, await door.Strings.CountBitsAsync(key));
        await door.Strings.SetAsync(key, "foobar");
        Assert.Equal(26, await door.Strings.CountBitsAsync(key));
        Assert.Equal(6, await door.Strings.CountBitsAsync(key, new BitRange(1, 1)));
        Assert.Equal(17, await door.Strings.CountBitsAsync(key, new BitRange(5, 30, InBits: true)));
        Assert.Equal(4, await door.Strings.CountBitsAsync(key, new BitRange(-1, -1)));
    }

    private static async Task Find_FirstOfEachKind(Door door)
    {
        string key = NewKey();
        Assert.Equal(-1, await door.Strings.FindBitAsync(key, true));
        Assert.Equal(0, await door.Strings.FindBitAsync(key, false));
        await door.Strings.SetAsync(key, "\xFF\xF0\0");
        Assert.Equal(12, await door.Strings.FindBitAsync(key, false));
        Assert.Equal(8, await door.Strings.FindBitAsync(key, true, new BitRange(1, 2)));
        Assert.Equal(-1, await door.Strings.FindBitAsync(key, true, new BitRange(2, 2)));
        Assert.Equal(9, await door.Strings.FindBitAsync(key, true, new BitRange(9, 20, InBits: true)));
    }

    private static async Task Combine_AllOperations(Door door)
    {
        string a = NewKey(), b = NewKey(), to = NewKey();
        await door.Strings.SetAsync(a, "\x0F\xFF");
        await door.Strings.SetAsync(b, "\x3C");
        foreach ((string operation, string expected) in
            ((string, string)[])[("and", "\x0C\0"), ("or", "\x3F\xFF"), ("xor", "\x33\xFF")])
        {
            Assert.Equal(2, await door.Strings.CombineBitsAsync(operation, to, a, b));
            Assert.Equal(expected, await door.Strings.GetAsync(to));
        }
        Assert.Equal(2, await door.Strings.CombineBitsAsync("not", to, a));
        Assert.Equal("\xF0\0", await door.Strings.GetAsync(to));
        Assert.Equal(0, await door.Strings.CombineBitsAsync("and", to, NewKey()));
        Assert.False(await door.Keys.ExistsAsync(to));
    }

    private static async Task Field_ReadsAndWrites(Door door)
    {
        string key = NewKey();
        Assert.Equal([0], await door.Strings.BitFieldAsync(key, new BitFieldPart("u63", 0)));
        Assert.False(await door.Keys.ExistsAsync(key));
        Assert.Equal(
            [0, 0, -1, 254],
            await door.Strings.BitFieldAsync(
                key,
                new("u8", 0) { Set = 255 }, new("i64", 4_000) { Set = long.MinValue }, new("i8", 0),
                new("u8", 0) { Increment = -1 }));
        Assert.Equal(
            [254, long.MinValue, 15],
            await door.Strings.BitFieldAsync(key, new("u8", 0), new("i64", 4_000), new("u4", 2)));
        Assert.Equal(508, await door.Strings.LengthAsync(key));
    }

    private static async Task Field_Overflows(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "\xFF");
        BitFieldPart one = new("u8", 0) { Increment = 1 };
        Assert.Equal([255], await door.Strings.BitFieldAsync(key, one with { Overflow = "saturate" }));
        Assert.Equal(
            [null, 255], await door.Strings.BitFieldAsync(key, one with { Overflow = "fail" }, new("u8", 0)));
        Assert.Equal([0], await door.Strings.BitFieldAsync(key, one));
        Assert.Equal([1], await door.Strings.BitFieldAsync(key, one with { Overflow = "wrap" }));
        Assert.Equal("\x01", await door.Strings.GetAsync(key));
    }

    private static async Task Field_OutOfRange_IsRefused(Door door)
    {
        string key = NewKey();
        foreach (BitFieldPart part in (BitFieldPart[])
        [
            new("u64", 0), new("i65", 0), new("u0", 0), new("i8", -1), new("i8", 1L << 32), new("i8", long.MaxValue),
            new("i64", uint.MaxValue) { Set = 1 },
        ])
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Strings.BitFieldAsync(key, part));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Field_OtherType_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Sets.AddAsync(key, "a");
        BitFieldPart read = new("u8", 0);
        await DoorException.ExpectAsync("WRONG_TYPE", () => door.Strings.BitFieldAsync(key, read));
        await DoorException.ExpectAsync("WRONG_TYPE", () => door.Strings.BitFieldAsync(key, read with { Set = 1 }));
    }

    private static Task Combine_NotOfTwo_IsRefused(Door door) => DoorException.ExpectAsync(
        "INVALID_ARGUMENT", () => door.Strings.CombineBitsAsync("not", NewKey(), NewKey(), NewKey()));
}
