using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Values of any type as bytes, and back.</summary>
internal static class DumpCases
{
    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Dump_Strings_OfAllSizes), Of(Dump_Collections), Of(Dump_MissingKey_IsNothing), Of(Restore_WithTtl),
        Of(Restore_OverAKey_NeedsReplace), Of(Restore_DamagedBytes_AreRefused),
    ];

    private static async Task Dump_Strings_OfAllSizes(Door door)
    {
        // In the record, in a blob, and about where one becomes the other with what a dump adds.
        foreach (string value in
            (string[])["", "12", "\0\xFF", Text(16_371), Text(16_372), Text(16_384), Text(300_000)])
        {
            string key = NewKey(), copy = NewKey();
            await door.Strings.SetAsync(key, value);
            await door.Keys.RestoreAsync(copy, (await door.Keys.DumpAsync(key))!);
            Assert.Equal(value, await door.Strings.GetAsync(copy));
        }
    }

    private static async Task Dump_Collections(Door door)
    {
        foreach (int count in (int[])[3, 3_000])
        {
            string set = NewKey(), places = NewKey(), copy = NewKey();
            string[] members = [.. Enumerable.Range(0, count).Select(i => $"{i}\xFF")];
            await door.Sets.AddAsync(set, members);
            await door.Keys.RestoreAsync(copy, (await door.Keys.DumpAsync(set))!);
            Assert.Equal(members.ToHashSet(), (await door.Sets.MembersAsync(copy)).ToHashSet());
            Assert.Equal(await door.Keys.DescribeAsync(set), await door.Keys.DescribeAsync(copy));
            await door.Geo.AddAsync(places, "", [.. members.Select(each => new Placed(each, 1, 1))]);
            await door.Keys.RestoreAsync(copy, (await door.Keys.DumpAsync(places))!, replace: true);
            Assert.Equal(count, await door.SortedSets.CountAsync(copy));
        }
    }

    private static async Task Dump_MissingKey_IsNothing(Door door) =>
        Assert.Null(await door.Keys.DumpAsync(NewKey()));

    private static async Task Restore_WithTtl(Door door)
    {
        string key = NewKey(), copy = NewKey();
        await door.Strings.SetAsync(key, "v", new() { TtlMs = 100_000 });
        string payload = (await door.Keys.DumpAsync(key))!;
        await door.Keys.RestoreAsync(copy, payload);
        Assert.Equal(IKeyDoor.Forever, await door.Keys.TtlMsAsync(copy));
        await door.Keys.RestoreAsync(copy, payload, ttlMs: 50_000, replace: true);
        Assert.InRange(await door.Keys.TtlMsAsync(copy), 1, 50_000);
        await DoorException.ExpectAsync(
            "INVALID_ARGUMENT", () => door.Keys.RestoreAsync(copy, payload, ttlMs: -1, replace: true));
        Assert.Equal("v", await door.Strings.GetAsync(copy));
    }

    private static async Task Restore_OverAKey_NeedsReplace(Door door)
    {
        string key = NewKey(), other = NewKey();
        await door.Strings.SetAsync(key, "new");
        await door.Sets.AddAsync(other, "old");
        string payload = (await door.Keys.DumpAsync(key))!;
        await DoorException.ExpectAsync("TARGET_EXISTS", () => door.Keys.RestoreAsync(other, payload));
        Assert.Equal(["old"], await door.Sets.MembersAsync(other));
        await door.Keys.RestoreAsync(other, payload, replace: true);
        Assert.Equal("new", await door.Strings.GetAsync(other));
    }

    private static async Task Restore_DamagedBytes_AreRefused(Door door)
    {
        string key = NewKey(), copy = NewKey();
        await door.Sets.AddAsync(key, "a", "b");
        string payload = (await door.Keys.DumpAsync(key))!;
        foreach (string damaged in (string[])["", "v", payload[..^1], payload + "x", "\xFF" + payload[1..]])
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Keys.RestoreAsync(copy, damaged));
        Assert.False(await door.Keys.ExistsAsync(copy));
    }

    private static string Text(int length) => new('t', length);
}
