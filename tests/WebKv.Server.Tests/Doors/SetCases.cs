using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Sets: one, and several combined.</summary>
internal static class SetCases
{
    private static readonly string[] Odd = ["", "a", "12", "-7", "\0\xFF\r\n", new('m', 20_000)];

    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Sets_AddAndRemove), Of(Sets_OneMember), Of(Sets_AnyBytes), Of(Sets_MissingKey_IsEmpty),
        Of(Sets_PagesAndStream_HaveAllMembers), Of(Sets_Pop_TakesMembersOut), Of(Sets_Random_LeavesThem),
        Of(Sets_Move), Of(Sets_Combine), Of(Sets_Store), Of(Sets_OtherType_IsRefused), Of(Sets_BadCounts_AreRefused),
    ];

    private static async Task Sets_AddAndRemove(Door door)
    {
        string key = NewKey();
        Assert.Equal(2, await door.Sets.AddAsync(key, "a", "b", "a"));
        Assert.Equal(1, await door.Sets.AddAsync(key, "b", "c"));
        Assert.Equal(3, await door.Sets.CountAsync(key));
        Assert.Equal((bool[])[true, false, true], await door.Sets.ContainsAsync(key, "c", "x", "a"));
        Assert.Equal(new KeyDescription("set", "listpack"), await door.Keys.DescribeAsync(key));
        Assert.Equal(2, await door.Sets.RemoveAsync(key, "a", "b", "x"));
        Assert.Equal(["c"], await door.Sets.MembersAsync(key));
        Assert.Equal(1, await door.Sets.RemoveAsync(key, "c"));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Sets_OneMember(Door door)
    {
        string key = NewKey();
        Assert.True(await door.Sets.PutAsync(key, "a/b"));
        Assert.False(await door.Sets.PutAsync(key, "a/b"));
        Assert.True(await door.Sets.HasAsync(key, "a/b"));
        Assert.False(await door.Sets.HasAsync(key, "a"));
        Assert.False(await door.Sets.TakeOutAsync(key, "a"));
        Assert.True(await door.Sets.TakeOutAsync(key, "a/b"));
        Assert.False(await door.Sets.TakeOutAsync(key, "a/b"));
    }

    private static async Task Sets_AnyBytes(Door door)
    {
        string key = NewKey();
        Assert.Equal(Odd.Length, await door.Sets.AddAsync(key, Odd));
        Assert.Equal(Sorted(Odd), Sorted(await door.Sets.MembersAsync(key)));
        Assert.All(await door.Sets.ContainsAsync(key, Odd), Assert.True);
        Assert.Equal(Odd.Length, await door.Sets.RemoveAsync(key, Odd));
    }

    private static async Task Sets_MissingKey_IsEmpty(Door door)
    {
        string key = NewKey();
        Assert.Equal(0, await door.Sets.CountAsync(key));
        Assert.Empty(await door.Sets.MembersAsync(key));
        Assert.Empty(await door.Sets.ScanAsync(key, "*", 10));
        Assert.Empty(await door.Sets.PopAsync(key, 3));
        Assert.Empty(await door.Sets.RandomAsync(key, 3));
        Assert.Equal((bool[])[false], await door.Sets.ContainsAsync(key, "a"));
        Assert.Equal(0, await door.Sets.RemoveAsync(key, "a"));
        Assert.False(await door.Sets.MoveAsync(key, NewKey(), "a"));
    }

    private static async Task Sets_PagesAndStream_HaveAllMembers(Door door)
    {
        string key = NewKey();
        string[] members = Members(700);
        await door.Sets.AddAsync(key, members);
        Assert.Equal(Sorted(members), Sorted(await door.Sets.ScanAsync(key, "*", 30)));
        Assert.Equal(
            Sorted(members.Where(member => member.StartsWith("m:1", StringComparison.Ordinal))),
            Sorted(await door.Sets.ScanAsync(key, "m:1*", 30)));
        Assert.Equal(Sorted(members), Sorted(await door.Sets.StreamAsync(key)));
    }

    private static async Task Sets_Pop_TakesMembersOut(Door door)
    {
        string key = NewKey();
        string[] members = Members(20);
        await door.Sets.AddAsync(key, members);
        var popped = new List<string>();
        popped.AddRange(await door.Sets.PopAsync(key, 1));
        popped.AddRange(await door.Sets.PopAsync(key, 9));
        Assert.Equal(10, popped.Count);
        Assert.Equal(10, await door.Sets.CountAsync(key));
        popped.AddRange(await door.Sets.PopAsync(key, 1000));
        Assert.Equal(Sorted(members), Sorted(popped));
        Assert.False(await door.Keys.ExistsAsync(key));
    }

    private static async Task Sets_Random_LeavesThem(Door door)
    {
        string key = NewKey();
        string[] members = Members(20);
        await door.Sets.AddAsync(key, members);
        Assert.Equal(7, (await door.Sets.RandomAsync(key, 7)).Distinct().Count());
        Assert.Equal(Sorted(members), Sorted(await door.Sets.RandomAsync(key, 100)));
        List<string> repeated = await door.Sets.RandomAsync(key, -100);
        Assert.Equal(100, repeated.Count);
        Assert.Subset(members.ToHashSet(), repeated.ToHashSet());
        Assert.Equal(20, await door.Sets.CountAsync(key));
    }

    private static async Task Sets_Move(Door door)
    {
        string key = NewKey(), to = NewKey();
        await door.Sets.AddAsync(key, "a");
        Assert.False(await door.Sets.MoveAsync(key, to, "b"));
        Assert.True(await door.Sets.MoveAsync(key, to, "a"));
        Assert.False(await door.Keys.ExistsAsync(key));
        Assert.Equal(["a"], await door.Sets.MembersAsync(to));
    }

    private static async Task Sets_Combine(Door door)
    {
        string a = NewKey(), b = NewKey(), missing = NewKey();
        await door.Sets.AddAsync(a, "1", "2", "\xFF");
        await door.Sets.AddAsync(b, "2", "3", "\xFF");
        Assert.Equal(["1", "2", "3", "\xFF"], Sorted(await door.Sets.CombineAsync("union", a, b, missing)));
        Assert.Equal(["2", "\xFF"], Sorted(await door.Sets.CombineAsync("intersection", a, b)));
        Assert.Empty(await door.Sets.CombineAsync("intersection", a, missing));
        Assert.Equal(["1"], await door.Sets.CombineAsync("difference", a, b));
        Assert.Equal(2, await door.Sets.CountIntersectionAsync(0, a, b));
        Assert.Equal(1, await door.Sets.CountIntersectionAsync(1, a, b));
    }

    private static async Task Sets_Store(Door door)
    {
        string a = NewKey(), b = NewKey(), to = NewKey();
        await door.Sets.AddAsync(a, "1", "2");
        await door.Sets.AddAsync(b, "2", "3");
        await door.Strings.SetAsync(to, "another type");
        Assert.Equal(3, await door.Sets.StoreAsync("union", to, a, b));
        Assert.Equal(["1", "2", "3"], Sorted(await door.Sets.MembersAsync(to)));
        Assert.Equal(1, await door.Sets.StoreAsync("intersection", a, a, b));
        Assert.Equal(["2"], await door.Sets.MembersAsync(a));
        Assert.Equal(0, await door.Sets.StoreAsync("difference", to, a, b));
        Assert.False(await door.Keys.ExistsAsync(to));
    }

    private static async Task Sets_OtherType_IsRefused(Door door)
    {
        string key = NewKey(), set = NewKey();
        await door.Strings.SetAsync(key, "v");
        await door.Sets.AddAsync(set, "a");
        foreach (Func<Task> call in (Func<Task>[])
        [
            () => door.Sets.AddAsync(key, "a"), () => door.Sets.PutAsync(key, "a"),
            () => door.Sets.RemoveAsync(key, "a"), () => door.Sets.CountAsync(key),
            () => door.Sets.HasAsync(key, "a"), () => door.Sets.MembersAsync(key),
            () => door.Sets.ScanAsync(key, "*", 10), () => door.Sets.PopAsync(key, 1),
            () => door.Sets.RandomAsync(key, 1), () => door.Sets.MoveAsync(set, key, "a"),
            () => door.Sets.CombineAsync("intersection", NewKey(), key),
            () => door.Sets.StoreAsync("union", set, set, key),
        ])
            await DoorException.ExpectAsync(
                "WRONG_TYPE", call, "Operation against a key holding the wrong kind of value");
        Assert.Equal("v", await door.Strings.GetAsync(key));
        Assert.Equal(["a"], await door.Sets.MembersAsync(set));
    }

    private static async Task Sets_BadCounts_AreRefused(Door door)
    {
        string key = NewKey();
        await door.Sets.AddAsync(key, "a", "b");
        foreach (long count in (long[])[-1, long.MinValue])
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Sets.PopAsync(key, count));
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Sets.RandomAsync(key, long.MinValue));
        await DoorException.ExpectAsync("PAYLOAD_TOO_LARGE", () => door.Sets.RandomAsync(key, -long.MaxValue));
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Sets.CountIntersectionAsync(-1, key));
        Assert.Equal(2, (await door.Sets.RandomAsync(key, long.MaxValue)).Count);
        Assert.Equal(2, await door.Sets.CountAsync(key));
    }

    private static string[] Members(int count) => [.. Enumerable.Range(0, count).Select(i => $"m:{i}\xFF")];

    private static string[] Sorted(IEnumerable<string> members) => [.. members.Order(StringComparer.Ordinal)];
}
