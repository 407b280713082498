using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Whole strings, parts of them, and counters.</summary>
internal static class StringCases
{
    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Get_Missing_IsAbsent), Of(Set_ThenGet), Of(Set_Condition_IsHeld), Of(Set_Previous_ComesBack),
        Of(Delete_TellsWhetherThereWasOne), Of(Batch_SetAndGet), Of(BatchSet_AllAbsent_WritesAllOrNothing),
        Of(Append_MakesAndLengthens), Of(GetRange_CountsFromBothEnds), Of(SetRange_PadsWithZeros),
        Of(SetRange_TooLong_IsRefused), Of(Length_OfMissing_IsZero), Of(Increment_Counts),
        Of(Increment_Overflow_IsRefused),
        Of(Increment_OfText_IsRefused), Of(IncrementFloat_Adds), Of(IncrementFloat_OfText_IsRefused),
        Of(Take_ReadsAndDeletes), Of(Names_OfAllBytes_AreKept),
    ];

    private static async Task Get_Missing_IsAbsent(Door door) => Assert.Null(await door.Strings.GetAsync(NewKey()));

    private static async Task Set_ThenGet(Door door)
    {
        string key = NewKey();
        Assert.True(await door.Strings.SetAsync(key, "v"));
        Assert.Equal("v", await door.Strings.GetAsync(key));
        Assert.True(await door.Strings.SetAsync(key, ""));
        Assert.Equal("", await door.Strings.GetAsync(key));
    }

    private static async Task Set_Condition_IsHeld(Door door)
    {
        string key = NewKey();
        Assert.False(await door.Strings.SetAsync(key, "v", new() { IfExists = true }));
        Assert.True(await door.Strings.SetAsync(key, "v", new() { IfExists = false }));
        Assert.False(await door.Strings.SetAsync(key, "w", new() { IfExists = false }));
        Assert.Equal("v", await door.Strings.GetAsync(key));
        Assert.True(await door.Strings.SetAsync(key, "w", new() { IfExists = true }));
        Assert.Equal("w", await door.Strings.GetAsync(key));
    }

    private static async Task Set_Previous_ComesBack(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Strings.ReplaceAsync(key, "old"));
        Assert.Equal("old", await door.Strings.ReplaceAsync(key, "new"));
    }

    private static async Task Delete_TellsWhetherThereWasOne(Door door)
    {
        string key = NewKey();
        Assert.False(await door.Strings.DeleteAsync(key));
        await door.Strings.SetAsync(key, "v");
        Assert.True(await door.Strings.DeleteAsync(key));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Batch_SetAndGet(Door door)
    {
        string a = NewKey(), b = NewKey();
        await door.Strings.SetManyAsync((a, "1"), (b, "x\0\xFF"), (a, "2"));
        Assert.Equal(["2", null, "x\0\xFF", "2"], await door.Strings.GetManyAsync(a, NewKey(), b, a));
    }

    private static async Task BatchSet_AllAbsent_WritesAllOrNothing(Door door)
    {
        string a = NewKey(), b = NewKey();
        Assert.True(await door.Strings.SetManyIfAbsentAsync((a, "1")));
        Assert.False(await door.Strings.SetManyIfAbsentAsync((b, "2"), (a, "2")));
        Assert.Equal(["1", null], await door.Strings.GetManyAsync(a, b));
    }

    private static async Task Append_MakesAndLengthens(Door door)
    {
        string key = NewKey();
        Assert.Equal(2, await door.Strings.AppendAsync(key, "ab"));
        Assert.Equal(4, await door.Strings.AppendAsync(key, "\0\xFE"));
        Assert.Equal("ab\0\xFE", await door.Strings.GetAsync(key));
    }

    private static async Task GetRange_CountsFromBothEnds(Door door)
    {
        string key = NewKey();
        Assert.Equal("", await door.Strings.GetRangeAsync(key, 0, -1));
        await door.Strings.SetAsync(key, "0123456789");
        Assert.Equal("123", await door.Strings.GetRangeAsync(key, 1, 3));
        Assert.Equal("89", await door.Strings.GetRangeAsync(key, -2, -1));
        Assert.Equal("", await door.Strings.GetRangeAsync(key, 5, 2));
        Assert.Equal("0123456789", await door.Strings.GetRangeAsync(key, long.MinValue, long.MaxValue));
    }

    private static async Task SetRange_PadsWithZeros(Door door)
    {
        string key = NewKey();
        Assert.Equal(4, await door.Strings.SetRangeAsync(key, 2, "xy"));
        Assert.Equal("\0\0xy", await door.Strings.GetAsync(key));
        Assert.Equal(4, await door.Strings.SetRangeAsync(key, 0, "ab"));
        Assert.Equal("abxy", await door.Strings.GetAsync(key));
    }

    private static Task SetRange_TooLong_IsRefused(Door door) => DoorException.ExpectAsync(
        "PAYLOAD_TOO_LARGE", () => door.Strings.SetRangeAsync(NewKey(), 512 * 1024 * 1024, "x"));

    private static async Task Length_OfMissing_IsZero(Door door)
    {
        string key = NewKey();
        Assert.Equal(0, await door.Strings.LengthAsync(key));
        await door.Strings.SetAsync(key, "abc");
        Assert.Equal(3, await door.Strings.LengthAsync(key));
    }

    private static async Task Increment_Counts(Door door)
    {
        string key = NewKey();
        Assert.Equal(5, await door.Strings.IncrementAsync(key, 5));
        Assert.Equal(-2, await door.Strings.IncrementAsync(key, -7));
        Assert.Equal(long.MaxValue - 2, await door.Strings.IncrementAsync(key, long.MaxValue));
        Assert.Equal($"{long.MaxValue - 2}", await door.Strings.GetAsync(key));
    }

    private static async Task Increment_Overflow_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, $"{long.MaxValue}");
        await DoorException.ExpectAsync("OVERFLOW", () => door.Strings.IncrementAsync(key, 1));
        Assert.Equal($"{long.MaxValue}", await door.Strings.GetAsync(key));
    }

    private static async Task Increment_OfText_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "1.5");
        await DoorException.ExpectAsync("NOT_AN_INTEGER", () => door.Strings.IncrementAsync(key, 1));
    }

    private static async Task IncrementFloat_Adds(Door door)
    {
        string key = NewKey();
        Assert.Equal(10.5, await door.Strings.IncrementFloatAsync(key, 10.5));
        Assert.Equal(10.25, await door.Strings.IncrementFloatAsync(key, -0.25));
        Assert.Equal("10.25", await door.Strings.GetAsync(key));
    }

    private static async Task IncrementFloat_OfText_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "text");
        await DoorException.ExpectAsync("NOT_A_FLOAT", () => door.Strings.IncrementFloatAsync(key, 1));
    }

    private static async Task Take_ReadsAndDeletes(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Strings.TakeAsync(key));
        await door.Strings.SetAsync(key, "v");
        Assert.Equal("v", await door.Strings.TakeAsync(key));
        Assert.Null(await door.Strings.GetAsync(key));
    }

    private static async Task Names_OfAllBytes_AreKept(Door door)
    {
        string all = string.Concat(Enumerable.Range(0, 256).Select(b => (char)b));
        foreach (string key in (string[])["", ".", "..", "\0", all, all + "/"])
        {
            await door.Strings.SetAsync(key, key);
            Assert.Equal(key, await door.Strings.GetAsync(key));
            Assert.True(await door.Keys.DeleteAsync(key));
        }
    }
}
