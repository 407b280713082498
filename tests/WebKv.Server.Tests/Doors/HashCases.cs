using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Hashes: one field, several, and their deadlines.</summary>
internal static class HashCases
{
    private static readonly string[] Odd = ["", "a", "12", "-7", "\0\xFF\r\n", new('m', 20_000)];

    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Hashes_SetReadAndRemove), Of(Hashes_OneField), Of(Hashes_AnyBytes), Of(Hashes_MissingKey_IsEmpty),
        Of(Hashes_Conditions), Of(Hashes_Increment), Of(Hashes_IncrementBeyondTheRange_IsRefused),
        Of(Hashes_Random), Of(Hashes_Pages_HaveAllFields), Of(Hashes_Take), Of(Hashes_Deadlines),
        Of(Hashes_DeadlineConditions), Of(Hashes_PastDeadline_RemovesTheField), Of(Hashes_WritesAndDeadlines),
        Of(Hashes_OtherType_IsRefused), Of(Hashes_BadNumbers_AreRefused),
    ];

    private static async Task Hashes_SetReadAndRemove(Door door)
    {
        string key = NewKey();
        Assert.Equal(2, await door.Hashes.SetAsync(key, ("a", "1"), ("b", "2")));
        Assert.Equal(1, await door.Hashes.SetAsync(key, ("b", "3"), ("c", "x"), ("c", "4")));
        Assert.Equal(["a=1", "b=3", "c=4"], await door.Hashes.AllAsync(key));
        Assert.Equal((string?[])["4", null, "1"], await door.Hashes.GetManyAsync(key, "c", "x", "a"));
        Assert.Equal(3, await door.Hashes.LengthAsync(key));
        Assert.Equal(new KeyDescription("hash", "listpack"), await door.Keys.DescribeAsync(key));
        Assert.Equal(2, await door.Hashes.RemoveAsync(key, "a", "b", "x"));
        Assert.Equal(["c=4"], await door.Hashes.AllAsync(key));
        Assert.Equal(1, await door.Hashes.RemoveAsync(key, "c"));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Hashes_OneField(Door door)
    {
        string key = NewKey();
        Assert.True(await door.Hashes.PutAsync(key, "a/b", "one"));
        Assert.True(await door.Hashes.PutAsync(key, "a/b", "three"));
        Assert.Equal("three", await door.Hashes.GetAsync(key, "a/b"));
        Assert.Equal(5, await door.Hashes.LengthAsync(key, "a/b"));
        Assert.Null(await door.Hashes.GetAsync(key, "a"));
        Assert.Null(await door.Hashes.LengthAsync(key, "a"));
        Assert.False(await door.Hashes.TakeOutAsync(key, "a"));
        Assert.True(await door.Hashes.TakeOutAsync(key, "a/b"));
        Assert.False(await door.Hashes.TakeOutAsync(key, "a/b"));
    }

    private static async Task Hashes_AnyBytes(Door door)
    {
        string key = NewKey();
        (string, string)[] fields = [.. Odd.Select((field, i) => (field, Odd[^(i + 1)]))];
        Assert.Equal(Odd.Length, await door.Hashes.SetAsync(key, fields));
        Assert.Equal(Odd.Reverse(), await door.Hashes.GetManyAsync(key, Odd));
        Assert.Equal(
            fields.Select(pair => $"{pair.Item1}={pair.Item2}").Order(StringComparer.Ordinal),
            await door.Hashes.AllAsync(key));
        Assert.Equal(Odd.Length, await door.Hashes.RemoveAsync(key, Odd));
    }

    private static async Task Hashes_MissingKey_IsEmpty(Door door)
    {
        string key = NewKey();
        Assert.Empty(await door.Hashes.AllAsync(key));
        Assert.Equal((string?[])[null, null], await door.Hashes.GetManyAsync(key, "a", "b"));
        Assert.Null(await door.Hashes.GetAsync(key, "a"));
        Assert.Equal(0, await door.Hashes.LengthAsync(key));
        Assert.Equal(0, await door.Hashes.RemoveAsync(key, "a"));
        Assert.Equal((string?[])[null], await door.Hashes.TakeAsync(key, "a"));
        Assert.Equal((string?[])[null], await door.Hashes.GetAndExpireAsync(key, 1_000, "a"));
        Assert.Empty(await door.Hashes.RandomAsync(key, 3));
        Assert.Empty(await door.Hashes.ScanAsync(key, "*", 10, namesOnly: false));
        Assert.Null(await door.Hashes.ExpireAsync(key, "a", 1_000));
        Assert.Equal(-2, await door.Hashes.TtlAsync(key, "a"));
        Assert.False(await door.Hashes.PersistAsync(key, "a"));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Hashes_Conditions(Door door)
    {
        string key = NewKey();
        Assert.False(await door.Hashes.PutAsync(key, "f", "1", new SetOptions { IfExists = true }));
        Assert.True(await door.Hashes.PutAsync(key, "f", "2", new SetOptions { IfExists = false }));
        Assert.False(await door.Hashes.PutAsync(key, "f", "3", new SetOptions { IfExists = false }));
        Assert.Equal("2", await door.Hashes.GetAsync(key, "f"));
        Assert.True(await door.Hashes.PutAsync(key, "f", "4", new SetOptions { IfExists = true }));
        Assert.Equal("4", await door.Hashes.GetAsync(key, "f"));
    }

    private static async Task Hashes_Increment(Door door)
    {
        string key = NewKey();
        Assert.Equal(5, await door.Hashes.IncrementAsync(key, "n", 5));
        Assert.Equal(-2, await door.Hashes.IncrementAsync(key, "n", -7));
        Assert.Equal(0.1, await door.Hashes.IncrementFloatAsync(key, "f", 0.1));
        Assert.Equal(0.3, await door.Hashes.IncrementFloatAsync(key, "f", 0.2));
        Assert.Equal(["f=0.3", "n=-2"], await door.Hashes.AllAsync(key));
    }

    private static async Task Hashes_IncrementBeyondTheRange_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Hashes.SetAsync(key, ("n", $"{long.MaxValue}"), ("t", "text"));
        await DoorException.ExpectAsync("OVERFLOW", () => door.Hashes.IncrementAsync(key, "n", 1));
        await DoorException.ExpectAsync("NOT_AN_INTEGER", () => door.Hashes.IncrementAsync(key, "t", 1));
        await DoorException.ExpectAsync("NOT_A_FLOAT", () => door.Hashes.IncrementFloatAsync(key, "t", 1));
        Assert.Equal([$"n={long.MaxValue}", "t=text"], await door.Hashes.AllAsync(key));
    }

    private static async Task Hashes_Random(Door door)
    {
        string key = NewKey();
        (string, string)[] fields = Fields(20);
        await door.Hashes.SetAsync(key, fields);
        Assert.Equal(7, (await door.Hashes.RandomAsync(key, 7)).Distinct().Count());
        Assert.Equal(20, (await door.Hashes.RandomAsync(key, long.MaxValue / 2)).Distinct().Count());
        Assert.Equal(100, (await door.Hashes.RandomAsync(key, -100)).Count);
        List<string> pairs = await door.Hashes.RandomPairsAsync(key, -50);
        Assert.Equal(50, pairs.Count);
        Assert.Subset((await door.Hashes.AllAsync(key)).ToHashSet(), pairs.ToHashSet());
        Assert.Equal(20, await door.Hashes.LengthAsync(key));
    }

    private static async Task Hashes_Pages_HaveAllFields(Door door)
    {
        string key = NewKey();
        await door.Hashes.SetAsync(key, Fields(700));
        List<string> all = await door.Hashes.AllAsync(key);
        Assert.Equal(700, all.Count);
        Assert.Equal(all, Sorted(await door.Hashes.ScanAsync(key, "*", 30, namesOnly: false)));
        Assert.Equal(
            all.Where(pair => pair.StartsWith("f:1", StringComparison.Ordinal)),
            Sorted(await door.Hashes.ScanAsync(key, "f:1*", 30, namesOnly: false)));
        Assert.Equal(
            all.Select(pair => pair.Split('=')[0]), Sorted(await door.Hashes.ScanAsync(key, "*", 30, namesOnly: true)));
    }

    private static async Task Hashes_Take(Door door)
    {
        string key = NewKey();
        await door.Hashes.SetAsync(key, ("a", "1"), ("b", "2"));
        Assert.Equal((string?[])["1", null], await door.Hashes.TakeAsync(key, "a", "x"));
        Assert.Equal(["b=2"], await door.Hashes.AllAsync(key));
        Assert.Equal((string?[])["2"], await door.Hashes.TakeAsync(key, "b"));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Hashes_Deadlines(Door door)
    {
        string key = NewKey();
        await door.Hashes.SetAsync(key, ("a", "1"), ("b", "2"));
        Assert.True(await door.Hashes.ExpireAsync(key, "a", 60_000));
        Assert.InRange(await door.Hashes.TtlAsync(key, "a"), 1, 60_000);
        Assert.Equal(-1, await door.Hashes.TtlAsync(key, "b"));
        Assert.Equal(-2, await door.Hashes.TtlAsync(key, "x"));
        Assert.Null(await door.Hashes.ExpireAsync(key, "x", 60_000));
        Assert.Equal(new KeyDescription("hash", "listpackex"), await door.Keys.DescribeAsync(key));
        Assert.True(await door.Hashes.PersistAsync(key, "a"));
        Assert.Equal(-1, await door.Hashes.TtlAsync(key, "a"));
        Assert.False(await door.Hashes.PersistAsync(key, "x"));
        Assert.True(await door.Hashes.ExpireAtAsync(key, "b", DateTimeOffset.UtcNow.AddMinutes(5)));
        Assert.InRange(await door.Hashes.TtlAsync(key, "b"), 200_000, 300_000);
        Assert.Equal((string?[])["1", null], await door.Hashes.GetAndExpireAsync(key, 50_000, "a", "x"));
        Assert.InRange(await door.Hashes.TtlAsync(key, "a"), 1, 50_000);
        Assert.Equal((string?[])["1"], await door.Hashes.GetAndExpireAsync(key, null, "a"));
        Assert.Equal(-1, await door.Hashes.TtlAsync(key, "a"));
    }

    private static async Task Hashes_DeadlineConditions(Door door)
    {
        string key = NewKey();
        await door.Hashes.SetAsync(key, ("f", "1"));
        Assert.False(await door.Hashes.ExpireAsync(key, "f", 10_000, "ifSome"));
        Assert.False(await door.Hashes.ExpireAsync(key, "f", 10_000, "ifGreater"));
        Assert.True(await door.Hashes.ExpireAsync(key, "f", 10_000, "ifNone"));
        Assert.False(await door.Hashes.ExpireAsync(key, "f", 20_000, "ifLess"));
        Assert.True(await door.Hashes.ExpireAsync(key, "f", 20_000, "ifGreater"));
        Assert.InRange(await door.Hashes.TtlAsync(key, "f"), 10_001, 20_000);
    }

    private static async Task Hashes_PastDeadline_RemovesTheField(Door door)
    {
        string key = NewKey();
        await door.Hashes.SetAsync(key, ("a", "1"), ("b", "2"), ("c", "3"));
        Assert.True(await door.Hashes.ExpireAsync(key, "a", 0));
        Assert.True(await door.Hashes.ExpireAtAsync(key, "b", DateTimeOffset.UnixEpoch.AddDays(1)));
        Assert.Equal(["c=3"], await door.Hashes.AllAsync(key));
        Assert.True(await door.Hashes.ExpireAsync(key, "c", 0));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Hashes_WritesAndDeadlines(Door door)
    {
        string key = NewKey();
        Assert.True(await door.Hashes.PutAsync(key, "f", "1", new SetOptions { TtlMs = 60_000 }));
        Assert.InRange(await door.Hashes.TtlAsync(key, "f"), 1, 60_000);
        await door.Hashes.IncrementAsync(key, "f", 1);
        Assert.InRange(await door.Hashes.TtlAsync(key, "f"), 1, 60_000);
        Assert.True(await door.Hashes.PutAsync(key, "f", "3", new SetOptions { KeepTtl = true }));
        Assert.InRange(await door.Hashes.TtlAsync(key, "f"), 1, 60_000);
        await door.Hashes.SetAsync(key, ("f", "4"));
        Assert.Equal(-1, await door.Hashes.TtlAsync(key, "f"));
    }

    private static async Task Hashes_OtherType_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v");
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => door.Hashes.SetAsync(key, ("a", "1")), () => door.Hashes.PutAsync(key, "a", "1"),
            () => door.Hashes.GetAsync(key, "a"), () => door.Hashes.GetManyAsync(key, "a"),
            () => door.Hashes.AllAsync(key), () => door.Hashes.RemoveAsync(key, "a"),
            () => door.Hashes.TakeOutAsync(key, "a"), () => door.Hashes.TakeAsync(key, "a"),
            () => door.Hashes.GetAndExpireAsync(key, 1_000, "a"), () => door.Hashes.LengthAsync(key),
            () => door.Hashes.IncrementAsync(key, "a", 1), () => door.Hashes.IncrementFloatAsync(key, "a", 1),
            () => door.Hashes.RandomAsync(key, 1), () => door.Hashes.ScanAsync(key, "*", 10, namesOnly: true),
            () => door.Hashes.ExpireAsync(key, "a", 1_000), () => door.Hashes.TtlAsync(key, "a"),
            () => door.Hashes.PersistAsync(key, "a"),
        ])
            await DoorException.ExpectAsync(
                "WRONG_TYPE", call, "Operation against a key holding the wrong kind of value");
        Assert.Equal("v", await door.Strings.GetAsync(key));
    }

    private static async Task Hashes_BadNumbers_AreRefused(Door door)
    {
        string key = NewKey();
        await door.Hashes.SetAsync(key, ("a", "1"));
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Hashes.RandomAsync(key, long.MinValue));
        await DoorException.ExpectAsync("PAYLOAD_TOO_LARGE", () => door.Hashes.RandomAsync(key, -long.MaxValue));
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Hashes.RandomPairsAsync(key, -long.MaxValue));
        foreach (long ttlMs in (long[])[-1, 1L << 46, long.MaxValue])
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Hashes.ExpireAsync(key, "a", ttlMs));
        foreach (long ttlMs in (long[])[0, -1, 1L << 46])
        {
            var options = new SetOptions { TtlMs = ttlMs };
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Hashes.PutAsync(key, "a", "2", options));
            await DoorException.ExpectAsync(
                "INVALID_ARGUMENT", () => door.Hashes.GetAndExpireAsync(key, ttlMs, "a"));
        }
        Assert.Equal(["a=1"], await door.Hashes.AllAsync(key));
        Assert.Equal(-1, await door.Hashes.TtlAsync(key, "a"));
    }

    private static (string, string)[] Fields(int count) =>
        [.. Enumerable.Range(0, count).Select(i => ($"f:{i}\xFF", $"v{i}"))];

    private static List<string> Sorted(IEnumerable<string> fields) => [.. fields.Order(StringComparer.Ordinal)];
}
