using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Sorted sets: one, and several combined.</summary>
internal static class SortedSetCases
{
    private static readonly Scored[] Odd =
    [
        new("-inf", double.NegativeInfinity), new("", -1.5), new("12", 0), new("a/b", 5e-324), new("\0\xFF\r\n", 0.1),
        new(new string('m', 20_000), 1e21), new("inf", double.PositiveInfinity),
    ];

    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(SortedSets_AddAndRemove), Of(SortedSets_OneMember), Of(SortedSets_Conditions), Of(SortedSets_Increment),
        Of(SortedSets_AnyBytesAndScores), Of(SortedSets_MissingKey_IsEmpty), Of(SortedSets_RangesByRank),
        Of(SortedSets_RangesByScore), Of(SortedSets_RangesByMember), Of(SortedSets_StoredRanges),
        Of(SortedSets_Pops), Of(SortedSets_Random_LeavesThem), Of(SortedSets_Pages_HaveAllMembers),
        Of(SortedSets_Combine), Of(SortedSets_Store), Of(SortedSets_OtherType_IsRefused),
        Of(SortedSets_BadArguments_AreRefused),
    ];

    private static async Task SortedSets_AddAndRemove(Door door)
    {
        string key = NewKey();
        Assert.Equal((2, 0), await door.SortedSets.AddAsync(key, "", new("a", 1), new("b", 2.5)));
        Assert.Equal((1, 1), await door.SortedSets.AddAsync(key, "", new("a", 3), new("b", 2.5), new("c", 0)));
        Assert.Equal(3, await door.SortedSets.CountAsync(key));
        Assert.Equal((double?[])[3, null, 0], await door.SortedSets.ScoresAsync(key, "a", "x", "c"));
        Assert.Equal((2, 0, 3), await door.SortedSets.RankAsync(key, "a"));
        Assert.Equal((0, 2, 0), await door.SortedSets.RankAsync(key, "c"));
        Assert.Null(await door.SortedSets.RankAsync(key, "x"));
        Assert.Equal(new KeyDescription("zset", "listpack"), await door.Keys.DescribeAsync(key));
        Assert.Equal(2, await door.SortedSets.RemoveAsync(key, "a", "b", "x"));
        Assert.Equal(1, await door.SortedSets.RemoveAsync(key, "c"));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task SortedSets_OneMember(Door door)
    {
        string key = NewKey();
        Assert.True(await door.SortedSets.PutAsync(key, "a/b", 1));
        Assert.False(await door.SortedSets.PutAsync(key, "a/b", double.PositiveInfinity));
        Assert.Equal((0, 0, double.PositiveInfinity), await door.SortedSets.RankAsync(key, "a/b"));
        Assert.False(await door.SortedSets.TakeOutAsync(key, "a"));
        Assert.True(await door.SortedSets.TakeOutAsync(key, "a/b"));
        Assert.False(await door.SortedSets.TakeOutAsync(key, "a/b"));
    }

    private static async Task SortedSets_Conditions(Door door)
    {
        string key = NewKey();
        await door.SortedSets.AddAsync(key, "", new Scored("a", 5));
        Assert.Equal((1, 0), await door.SortedSets.AddAsync(key, "ifAbsent", new("a", 9), new("b", 5)));
        Assert.Equal((0, 1), await door.SortedSets.AddAsync(key, "ifPresent", new("a", 6), new("x", 1)));
        Assert.Equal((1, 1), await door.SortedSets.AddAsync(key, "ifGreater", new("a", 7), new("b", 4), new("c", 1)));
        Assert.Equal((0, 1), await door.SortedSets.AddAsync(key, "ifLess", new("a", 8), new("b", 4)));
        Assert.Equal((0, 0), await door.SortedSets.AddAsync(key, "ifPresentAndGreater", new("a", 1), new("x", 1)));
        Assert.Equal((0, 1), await door.SortedSets.AddAsync(key, "ifPresentAndLess", new("a", 1), new("x", 1)));
        Assert.Equal(
            [new("a", 1), new("c", 1), new("b", 4)],
            await door.SortedSets.RangeAsync(key, SortedSetPart.Ranks(0, -1)));
    }

    private static async Task SortedSets_Increment(Door door)
    {
        string key = NewKey();
        Assert.Equal(2.5, await door.SortedSets.IncrementAsync(key, "", "a", 2.5));
        Assert.Equal(2, await door.SortedSets.IncrementAsync(key, "ifPresent", "a", -0.5));
        Assert.Null(await door.SortedSets.IncrementAsync(key, "ifGreater", "a", -1));
        Assert.Null(await door.SortedSets.IncrementAsync(key, "ifPresent", "b", 1));
        Assert.Equal(
            double.PositiveInfinity, await door.SortedSets.IncrementAsync(key, "", "a", double.PositiveInfinity));
        await DoorException.ExpectAsync(
            "NOT_A_NUMBER", () => door.SortedSets.IncrementAsync(key, "", "a", double.NegativeInfinity),
            "resulting score is not a number (NaN)");
        Assert.Equal(1, await door.SortedSets.CountAsync(key));
    }

    private static async Task SortedSets_AnyBytesAndScores(Door door)
    {
        string key = NewKey();
        Assert.Equal((Odd.Length, 0), await door.SortedSets.AddAsync(key, "", Odd));
        Assert.Equal(Odd, await door.SortedSets.RangeAsync(key, SortedSetPart.Ranks(0, -1)));
        Assert.Equal(
            Odd.Select(entry => (double?)entry.Score),
            await door.SortedSets.ScoresAsync(key, [.. Odd.Select(entry => entry.Member)]));
        Assert.Equal(Odd, (await door.SortedSets.ScanAsync(key, "*", 10)).OrderBy(entry => entry.Score));
        Assert.Equal(Odd.Length, await door.SortedSets.RemoveAsync(key, [.. Odd.Select(entry => entry.Member)]));
    }

    private static async Task SortedSets_MissingKey_IsEmpty(Door door)
    {
        string key = NewKey();
        Assert.Equal(0, await door.SortedSets.CountAsync(key));
        Assert.Empty(await door.SortedSets.RangeAsync(key, SortedSetPart.Ranks(0, -1)));
        Assert.Equal(0, await door.SortedSets.CountRangeAsync(key, new("score", "-inf", "inf")));
        Assert.Equal(0, await door.SortedSets.RemoveRangeAsync(key, SortedSetPart.Ranks(0, -1)));
        Assert.Empty(await door.SortedSets.PopAsync(key, highest: false, 3));
        Assert.Null(await door.SortedSets.PopFirstAsync([key, NewKey()], highest: true, 3));
        Assert.Empty(await door.SortedSets.RandomAsync(key, 3));
        Assert.Empty(await door.SortedSets.ScanAsync(key, "*", 10));
        Assert.Equal((double?[])[null], await door.SortedSets.ScoresAsync(key, "a"));
        Assert.Null(await door.SortedSets.RankAsync(key, "a"));
        Assert.Equal(0, await door.SortedSets.RemoveAsync(key, "a"));
    }

    private static async Task SortedSets_RangesByRank(Door door)
    {
        string key = await AddNumbers(door, 10);
        Assert.Equal(["m2", "m3"], await Members(door, key, SortedSetPart.Ranks(2, 3)));
        Assert.Equal(["m7", "m6"], await Members(door, key, SortedSetPart.Ranks(2, 3, reverse: true)));
        Assert.Equal(["m8", "m9"], await Members(door, key, SortedSetPart.Ranks(-2, -1)));
        Assert.Empty(await Members(door, key, SortedSetPart.Ranks(5, 2)));
        Assert.Equal(10, (await Members(door, key, SortedSetPart.Ranks(long.MinValue, long.MaxValue))).Length);
        Assert.Equal(3, await door.SortedSets.RemoveRangeAsync(key, SortedSetPart.Ranks(-3, -1)));
        Assert.Equal(7, await door.SortedSets.CountAsync(key));
    }

    private static async Task SortedSets_RangesByScore(Door door)
    {
        string key = await AddNumbers(door, 10);
        var middle = new SortedSetPart("score", "(2", "5");
        Assert.Equal(["m3", "m4", "m5"], await Members(door, key, middle));
        Assert.Equal(["m5", "m4", "m3"], await Members(door, key, middle with { Reverse = true }));
        Assert.Equal(["m4"], await Members(door, key, middle with { Offset = 1, Limit = 1 }));
        Assert.Equal(["m4", "m3"], await Members(door, key, middle with { Offset = 1, Reverse = true }));
        Assert.Empty(await Members(door, key, middle with { Offset = long.MaxValue }));
        Assert.Equal(3, await door.SortedSets.CountRangeAsync(key, middle));
        Assert.Equal(10, await door.SortedSets.CountRangeAsync(key, new("score", "-inf", "inf")));
        Assert.Equal(0, await door.SortedSets.CountRangeAsync(key, new("score", "5", "(5")));
        Assert.Equal(3, await door.SortedSets.RemoveRangeAsync(key, middle));
        Assert.Equal(0, await door.SortedSets.CountRangeAsync(key, middle));
    }

    private static async Task SortedSets_RangesByMember(Door door)
    {
        string key = NewKey();
        await door.SortedSets.AddAsync(key, "", [.. "abcdef".Select(letter => new Scored($"{letter}\xFF", 0))]);
        var middle = new SortedSetPart("lex", "[b\xFF", "(e\xFF");
        Assert.Equal(["b\xFF", "c\xFF", "d\xFF"], await Members(door, key, middle));
        Assert.Equal(["c\xFF"], await Members(door, key, middle with { Offset = 1, Limit = 1, Reverse = true }));
        Assert.Equal(3, await door.SortedSets.CountRangeAsync(key, middle));
        Assert.Equal(6, await door.SortedSets.CountRangeAsync(key, new("lex", "-", "+")));
        Assert.Equal(["f\xFF"], await Members(door, key, new("lex", "(e\xFF", "+")));
        Assert.Equal(3, await door.SortedSets.RemoveRangeAsync(key, middle));
        Assert.Equal(3, await door.SortedSets.RemoveRangeAsync(key, new("lex", "-", "+")));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task SortedSets_StoredRanges(Door door)
    {
        string key = await AddNumbers(door, 10), to = NewKey();
        await door.Strings.SetAsync(to, "another type");
        Assert.Equal(2, await door.SortedSets.StoreRangeAsync(key, to, SortedSetPart.Ranks(0, 1, reverse: true)));
        Assert.Equal(["m8", "m9"], await Members(door, to, SortedSetPart.Ranks(0, -1)));
        var byScore = new SortedSetPart("score", "(2", "inf") { Offset = 1, Limit = 2 };
        Assert.Equal(2, await door.SortedSets.StoreRangeAsync(key, key, byScore));
        Assert.Equal(["m4", "m5"], await Members(door, key, SortedSetPart.Ranks(0, -1)));
        Assert.Equal(0, await door.SortedSets.StoreRangeAsync(key, to, new("lex", "[x", "+")));
        Assert.False(await door.Keys.ExistsAsync(to));
    }

    private static async Task SortedSets_Pops(Door door)
    {
        string key = await AddNumbers(door, 5), missing = NewKey();
        Assert.Equal([new("m0", 0)], await door.SortedSets.PopAsync(key, highest: false, 1));
        Assert.Equal([new("m4", 4), new("m3", 3)], await door.SortedSets.PopAsync(key, highest: true, 2));
        (string from, Scored[] entries) =
            Assert.NotNull(await door.SortedSets.PopFirstAsync([missing, key], highest: false, 1000));
        Assert.Equal(key, from);
        Assert.Equal([new("m1", 1), new("m2", 2)], entries);
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task SortedSets_Random_LeavesThem(Door door)
    {
        string key = await AddNumbers(door, 20);
        Assert.Equal(7, (await door.SortedSets.RandomAsync(key, 7)).Distinct().Count());
        Assert.Equal(20, (await door.SortedSets.RandomAsync(key, 100)).Distinct().Count());
        Scored[] repeated = await door.SortedSets.RandomAsync(key, -100);
        Assert.Equal(100, repeated.Length);
        Assert.All(repeated, entry => Assert.Equal($"m{entry.Score}", entry.Member));
        Assert.Equal(20, await door.SortedSets.CountAsync(key));
    }

    private static async Task SortedSets_Pages_HaveAllMembers(Door door)
    {
        string key = await AddNumbers(door, 700);
        Assert.Equal(new KeyDescription("zset", "skiplist"), await door.Keys.DescribeAsync(key));
        Scored[] all = await door.SortedSets.RangeAsync(key, SortedSetPart.Ranks(0, -1));
        Assert.Equal(all, (await door.SortedSets.ScanAsync(key, "*", 30)).OrderBy(entry => entry.Score));
        Assert.Equal(
            all.Where(entry => entry.Member.StartsWith("m1", StringComparison.Ordinal)),
            (await door.SortedSets.ScanAsync(key, "m1*", 30)).OrderBy(entry => entry.Score));
    }

    private static async Task SortedSets_Combine(Door door)
    {
        string a = NewKey(), b = NewKey(), plain = NewKey(), missing = NewKey();
        await door.SortedSets.AddAsync(a, "", new("1", 1), new("2", 2), new("\xFF", 3));
        await door.SortedSets.AddAsync(b, "", new("2", 20), new("3", 30), new("\xFF", 40));
        await door.Sets.AddAsync(plain, "2", "4");
        Assert.Equal(
            [new("1", 1), new("2", 22), new("3", 30), new("\xFF", 43)],
            await door.SortedSets.CombineAsync("union", [a, b, missing]));
        Assert.Equal(
            [new("4", 1), new("1", 2), new("2", 4), new("\xFF", 6)],
            await door.SortedSets.CombineAsync("union", [a, plain], [2, 1], "max"));
        Assert.Equal(
            [new("2", 2), new("\xFF", 3)],
            await door.SortedSets.CombineAsync("intersection", [a, b], null, "min"));
        Assert.Empty(await door.SortedSets.CombineAsync("intersection", [a, missing]));
        Assert.Equal([new("1", 1)], await door.SortedSets.CombineAsync("difference", [a, b]));
        Assert.Equal(2, await door.SortedSets.CountIntersectionAsync(0, a, b));
        Assert.Equal(1, await door.SortedSets.CountIntersectionAsync(1, a, b));
    }

    private static async Task SortedSets_Store(Door door)
    {
        string a = NewKey(), b = NewKey(), to = NewKey();
        await door.SortedSets.AddAsync(a, "", new("1", 1), new("2", 2));
        await door.SortedSets.AddAsync(b, "", new("2", 20), new("3", 30));
        await door.Strings.SetAsync(to, "another type");
        Assert.Equal(3, await door.SortedSets.StoreAsync("union", to, [a, b], [10, 1], "sum"));
        Assert.Equal(
            [new("1", 10), new("3", 30), new("2", 40)],
            await door.SortedSets.RangeAsync(to, SortedSetPart.Ranks(0, -1)));
        Assert.Equal(1, await door.SortedSets.StoreAsync("intersection", a, [a, b]));
        Assert.Equal([new("2", 22)], await door.SortedSets.RangeAsync(a, SortedSetPart.Ranks(0, -1)));
        Assert.Equal(0, await door.SortedSets.StoreAsync("difference", to, [a, b]));
        Assert.False(await door.Keys.ExistsAsync(to));
    }

    private static async Task SortedSets_OtherType_IsRefused(Door door)
    {
        string key = NewKey(), other = NewKey();
        await door.Strings.SetAsync(key, "v");
        await door.SortedSets.AddAsync(other, "", new Scored("a", 1));
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => door.SortedSets.AddAsync(key, "", new Scored("a", 1)), () => door.SortedSets.PutAsync(key, "a", 1),
            () => door.SortedSets.IncrementAsync(key, "", "a", 1), () => door.SortedSets.RemoveAsync(key, "a"),
            () => door.SortedSets.CountAsync(key), () => door.SortedSets.ScoresAsync(key, "a"),
            () => door.SortedSets.RankAsync(key, "a"),
            () => door.SortedSets.RangeAsync(key, SortedSetPart.Ranks(0, -1)),
            () => door.SortedSets.CountRangeAsync(key, new("score", "1", "2")),
            () => door.SortedSets.RemoveRangeAsync(key, SortedSetPart.Ranks(0, -1)),
            () => door.SortedSets.StoreRangeAsync(key, other, SortedSetPart.Ranks(0, -1)),
            () => door.SortedSets.PopAsync(key, highest: true, 1),
            () => door.SortedSets.PopFirstAsync([NewKey(), key], highest: true, 1),
            () => door.SortedSets.RandomAsync(key, 1), () => door.SortedSets.ScanAsync(key, "*", 10),
            () => door.SortedSets.CombineAsync("intersection", [NewKey(), key]),
            () => door.SortedSets.StoreAsync("union", other, [other, key]),
        ])
            await DoorException.ExpectAsync(
                "WRONG_TYPE", call, "Operation against a key holding the wrong kind of value");
        Assert.Equal("v", await door.Strings.GetAsync(key));
        Assert.Equal(1, await door.SortedSets.CountAsync(other));
    }

    private static async Task SortedSets_BadArguments_AreRefused(Door door)
    {
        string key = await AddNumbers(door, 2);
        foreach (long count in (long[])[-1, long.MinValue])
        {
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.SortedSets.PopAsync(key, true, count));
            await DoorException.ExpectAsync(
                "INVALID_ARGUMENT", () => door.SortedSets.PopFirstAsync([key], true, count));
        }
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.SortedSets.RandomAsync(key, long.MinValue));
        await DoorException.ExpectAsync("PAYLOAD_TOO_LARGE", () => door.SortedSets.RandomAsync(key, -(1L << 40)));
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.SortedSets.CountIntersectionAsync(-1, key));
        Assert.Equal(2, (await door.SortedSets.RandomAsync(key, 1L << 40)).Length);
        Assert.Equal(2, await door.SortedSets.CountAsync(key));
    }

    private static async Task<string> AddNumbers(Door door, int count)
    {
        string key = NewKey();
        await door.SortedSets.AddAsync(key, "", [.. Enumerable.Range(0, count).Select(i => new Scored($"m{i}", i))]);
        return key;
    }

    private static async Task<string[]> Members(Door door, string key, SortedSetPart part) =>
        [.. (await door.SortedSets.RangeAsync(key, part)).Select(entry => entry.Member)];
}
