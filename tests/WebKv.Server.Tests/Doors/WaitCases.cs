using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Operations that may wait: what is there is given at once, what is not there in time is null.</summary>
internal static class WaitCases
{
    private const int LongMs = 60_000;
    private const int ShortMs = 1;

    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Waits_ForLists), Of(Waits_ToMove), Of(Waits_ForSortedSets), Of(Waits_ForStreams), Of(Waits_ForGroups),
        Of(Waits_ForOtherTypes_AreRefused),
    ];

    private static async Task Waits_ForLists(Door door)
    {
        string missing = NewKey(), key = NewKey();
        Assert.Null(await door.Waits.PopListAsync([missing, key], ShortMs));
        Assert.Null(await door.Waits.PopListAsync(missing, ShortMs));
        await door.Lists.PushAsync(key, "right", false, "a", "b", "c");
        Assert.Equal((key, "a"), await door.Waits.PopListAsync([missing, key], LongMs));
        Assert.Equal("b", await door.Waits.PopListAsync(key, LongMs));
    }

    private static async Task Waits_ToMove(Door door)
    {
        string source = NewKey(), destination = NewKey();
        Assert.Null(await door.Waits.MoveAsync(source, destination, ShortMs));
        Assert.False(await door.Keys.ExistsAsync(destination));
        await door.Lists.PushAsync(source, "right", false, "a");
        Assert.Equal("a", await door.Waits.MoveAsync(source, destination, LongMs));
        Assert.Equal(["a"], await door.Lists.RangeAsync(destination, 0, -1));
    }

    private static async Task Waits_ForSortedSets(Door door)
    {
        string missing = NewKey(), key = NewKey();
        Assert.Null(await door.Waits.PopSortedSetAsync([missing, key], highest: false, ShortMs));
        Assert.Null(await door.Waits.PopSortedSetAsync(key, highest: true, ShortMs));
        await door.SortedSets.AddAsync(key, "", new("a", 1), new("b", 2.5));
        Assert.Equal(
            (key, new Scored("b", 2.5)), await door.Waits.PopSortedSetAsync([missing, key], highest: true, LongMs));
        Assert.Equal(new Scored("a", 1), await door.Waits.PopSortedSetAsync(key, highest: false, LongMs));
    }

    private static async Task Waits_ForStreams(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Waits.ReadAsync(key, "0", ShortMs));
        await door.Streams.AppendAsync(key, "1-1", ["f", "v"]);
        await door.Streams.AppendAsync(key, "2-1", ["f", "v"]);
        Assert.Equal(["1-1", "2-1"], (await door.Waits.ReadAsync(key, "0", LongMs))!);
        Assert.Null(await door.Waits.ReadAsync(key, "$", ShortMs));
    }

    private static async Task Waits_ForGroups(Door door)
    {
        string key = NewKey();
        await DoorException.ExpectAsync("NO_GROUP", () => door.Waits.ReadGroupAsync(key, "g", "c", LongMs));
        await door.Streams.AppendAsync(key, "1-1", ["f", "v"]);
        await door.Streams.CreateGroupAsync(key, "g", "0");
        Assert.Equal(["1-1"], (await door.Waits.ReadGroupAsync(key, "g", "c", LongMs))!);
        Assert.Null(await door.Waits.ReadGroupAsync(key, "g", "c", ShortMs));
    }

    private static async Task Waits_ForOtherTypes_AreRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "text");
        foreach (Func<Task> wait in (Func<Task>[])
        [
            () => door.Waits.PopListAsync([key], LongMs), () => door.Waits.PopListAsync(key, LongMs),
            () => door.Waits.MoveAsync(key, NewKey(), LongMs), () => door.Waits.ReadAsync(key, "$", LongMs),
            () => door.Waits.PopSortedSetAsync([key], highest: true, LongMs),
            () => door.Waits.PopSortedSetAsync(key, highest: true, LongMs),
            () => door.Waits.ReadGroupAsync(key, "g", "c", LongMs),
        ])
            await DoorException.ExpectAsync("WRONG_TYPE", wait);
    }
}
