using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Streams, their groups, and what becomes of what is delivered.</summary>
internal static class StreamCases
{
    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Append_ThenReadInBothDirections), Of(Append_IdsMustRise), Of(Append_OnlyIfExists_And_Trim), Of(Entry_ById),
        Of(Read_TellsWhatIsNew), Of(Describe_And_Trim), Of(Groups_AreCreatedOnce), Of(Group_SharesEntriesOut),
        Of(Acknowledge_OneBadId_AcknowledgesNone), Of(History_TellsDeletedEntries), Of(Claim_ChangesTheOwner),
        Of(AutoClaim_GoesOn), Of(Consumers_ComeAndGo), Of(WrongType_IsRefused), Of(BadIds_AreRefused),
    ];

    private static async Task Append_ThenReadInBothDirections(Door door)
    {
        string key = NewKey();
        Assert.Empty(await door.Streams.RangeAsync(key));
        Assert.Equal("5-1", await door.Streams.AppendAsync(key, "5-1", ["field", "\0\xFF", "", ""]));
        Assert.Equal("5-2", await door.Streams.AppendAsync(key, "5-*", ["n", "42"]));
        string auto = (await door.Streams.AppendAsync(key, null, ["last", "entry"]))!;
        Assert.Equal(
            ["5-1 field \0\xFF  ", "5-2 n 42", $"{auto} last entry"], Texts(await door.Streams.RangeAsync(key)));
        Assert.Equal(
            [$"{auto} last entry", "5-2 n 42"], Texts(await door.Streams.RangeAsync(key, "(5-1", reverse: true)));
        Assert.Equal(["5-1 field \0\xFF  "], Texts(await door.Streams.RangeAsync(key, "5", "5", count: 1)));
    }

    private static async Task Append_IdsMustRise(Door door)
    {
        string key = NewKey();
        await door.Streams.AppendAsync(key, "5-5", ["f", "v"]);
        await DoorException.ExpectAsync(
            "STREAM_ID_TOO_SMALL", () => door.Streams.AppendAsync(key, "5-5", ["f", "v"]),
            "The ID specified in XADD is equal or smaller than the target stream top item");
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Streams.AppendAsync(key, "0-0", ["f", "v"]));
        Assert.True(await door.Streams.DeleteAsync(key, "5-5"));
        await DoorException.ExpectAsync("STREAM_ID_TOO_SMALL", () => door.Streams.AppendAsync(key, "5-4", ["f", "v"]));
        Assert.Equal((0, "5-5", 0), await door.Streams.DescribeAsync(key));
    }

    private static async Task Append_OnlyIfExists_And_Trim(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Streams.AppendAsync(key, "1-1", ["f", "v"], new(OnlyIfExists: true)));
        Assert.False(await door.Keys.ExistsAsync(key));
        for (int i = 1; i <= 4; i++)
            await door.Streams.AppendAsync(key, $"{i}-0", ["f", "v"], new(MaxLength: 3));
        Assert.Equal(["2-0", "3-0", "4-0"], Ids(await door.Streams.RangeAsync(key)));
        await door.Streams.AppendAsync(key, "5-0", ["f", "v"], new(MinId: "4", OnlyIfExists: true));
        Assert.Equal(["4-0", "5-0"], Ids(await door.Streams.RangeAsync(key)));
    }

    private static async Task Entry_ById(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Streams.GetAsync(key, "1-1"));
        Assert.False(await door.Streams.DeleteAsync(key, "1-1"));
        await door.Streams.AppendAsync(key, "1-1", ["f", "v"]);
        Assert.Equal("1-1 f v", $"{await door.Streams.GetAsync(key, "1-1")}");
        Assert.Null(await door.Streams.GetAsync(key, "1-2"));
        Assert.True(await door.Streams.DeleteAsync(key, "1-1"));
        Assert.False(await door.Streams.DeleteAsync(key, "1-1"));
        Assert.True(await door.Keys.ExistsAsync(key));
    }

    private static async Task Read_TellsWhatIsNew(Door door)
    {
        string a = NewKey(), b = NewKey(), missing = NewKey();
        await door.Streams.AppendAsync(a, "1-1", ["f", "1"]);
        await door.Streams.AppendAsync(a, "2-2", ["f", "2"]);
        await door.Streams.AppendAsync(b, "3-3", ["g", "3"]);
        var news = await door.Streams.ReadAsync((a, "1-1"), (missing, "0"), (b, "0"));
        Assert.Equal(["2-2 f 2"], Texts(news[a]));
        Assert.Equal(["3-3 g 3"], Texts(news[b]));
        Assert.Equal(2, news.Count);
        Assert.Equal(["2-2 f 2"], Texts((await door.Streams.ReadAsync((a, "+")))[a]));
        Assert.Empty(await door.Streams.ReadAsync((a, "2-2"), (b, "$")));
    }

    private static async Task Describe_And_Trim(Door door)
    {
        string key = NewKey();
        Assert.Null(await door.Streams.DescribeAsync(key));
        Assert.Equal(0, await door.Streams.TrimAsync(key, 0));
        for (int i = 1; i <= 5; i++)
            await door.Streams.AppendAsync(key, $"{i}-0", ["f", "v"]);
        Assert.Equal((5, "5-0", 0), await door.Streams.DescribeAsync(key));
        Assert.Equal(3, await door.Streams.TrimAsync(key, 2));
        Assert.Equal((2, "5-0", 0), await door.Streams.DescribeAsync(key));
        Assert.Equal(new KeyDescription("stream", "stream"), await door.Keys.DescribeAsync(key));
    }

    private static async Task Groups_AreCreatedOnce(Door door)
    {
        string key = NewKey();
        await DoorException.ExpectAsync("KEY_NOT_FOUND", () => door.Streams.CreateGroupAsync(key, "g", "0"));
        await door.Streams.CreateGroupAsync(key, "g", "0", makeStream: true);
        await DoorException.ExpectAsync("GROUP_EXISTS", () => door.Streams.CreateGroupAsync(key, "g", "$"));
        await door.Streams.CreateGroupAsync(key, "a", "$");
        Assert.Equal([("a", 0, 0), ("g", 0, 0)], await door.Streams.GroupsAsync(key));
        Assert.True(await door.Streams.DeleteGroupAsync(key, "g"));
        Assert.False(await door.Streams.DeleteGroupAsync(key, "g"));
        await DoorException.ExpectAsync("NO_GROUP", () => door.Streams.SetPositionAsync(key, "g", "0"));
        await DoorException.ExpectAsync("NO_GROUP", () => door.Streams.ReadGroupAsync(key, "g", "c"));
        await DoorException.ExpectAsync("NO_GROUP", () => door.Streams.ReadGroupAsync(NewKey(), "g", "c"));
    }

    private static async Task Group_SharesEntriesOut(Door door)
    {
        string key = await NewStreamAsync(door, 3);
        Assert.Equal(["1-0 f 1"], Texts(await door.Streams.ReadGroupAsync(key, "g", "alice", count: 1)));
        Assert.Equal(["2-0 f 2"], Texts(await door.Streams.ReadGroupAsync(key, "g", "bob", count: 1)));
        Assert.Equal([("g", 2, 1)], await door.Streams.GroupsAsync(key));
        Assert.Equal(["3-0 f 3"], Texts(await door.Streams.ReadGroupAsync(key, "g", "bob", noAck: true)));
        Assert.Null(await door.Streams.ReadGroupAsync(key, "g", "alice"));
        Assert.Equal([("1-0", "alice", 1), ("2-0", "bob", 1)], await door.Streams.PendingAsync(key, "g"));
        Assert.Equal([("2-0", "bob", 1)], await door.Streams.PendingAsync(key, "g", "bob"));
        Assert.Equal(1, await door.Streams.AcknowledgeAsync(key, "g", "1-0", "3-0", "9-9"));
        await door.Streams.SetPositionAsync(key, "g", "0");
        Assert.Equal(["1-0", "2-0", "3-0"], Ids(await door.Streams.ReadGroupAsync(key, "g", "alice")));
        Assert.Empty(await door.Streams.PendingAsync(key, "g", "bob"));
    }

    private static async Task Acknowledge_OneBadId_AcknowledgesNone(Door door)
    {
        string key = await NewStreamAsync(door, 2);
        await door.Streams.ReadGroupAsync(key, "g", "c");
        await DoorException.ExpectAsync(
            "INVALID_ARGUMENT", () => door.Streams.AcknowledgeAsync(key, "g", "1-0", "nope"),
            "Invalid stream ID specified as stream command argument");
        Assert.Equal(2, await door.Streams.AcknowledgeAsync(key, "g", "1-0", "2-0"));
        Assert.Equal(0, await door.Streams.AcknowledgeAsync(NewKey(), "g", "1-0"));
    }

    private static async Task History_TellsDeletedEntries(Door door)
    {
        string key = await NewStreamAsync(door, 3);
        await door.Streams.ReadGroupAsync(key, "g", "c", count: 2);
        await door.Streams.DeleteAsync(key, "1-0");
        Assert.Equal(["1-0 gone", "2-0 f 2"], Texts(await door.Streams.ReadGroupAsync(key, "g", "c", after: "0")));
        Assert.Equal([("1-0", "c", 1), ("2-0", "c", 2)], await door.Streams.PendingAsync(key, "g"));
        Assert.Equal([], await door.Streams.ReadGroupAsync(key, "g", "other", after: "0"));
    }

    private static async Task Claim_ChangesTheOwner(Door door)
    {
        string key = await NewStreamAsync(door, 3);
        await door.Streams.ReadGroupAsync(key, "g", "slow", count: 2);
        await DoorException.ExpectAsync("NO_GROUP", () => door.Streams.ClaimAsync(key, "nobody", "quick", ["1-0"]));
        Assert.Empty(await door.Streams.ClaimAsync(key, "g", "quick", ["1-0"], minIdleMs: 3_600_000));
        Assert.Equal(["1-0"], await door.Streams.ClaimAsync(key, "g", "quick", ["1-0", "3-0", "7-7"]));
        Assert.Equal(["3-0"], await door.Streams.ClaimAsync(key, "g", "quick", ["3-0"], force: true));
        Assert.Equal(["1-0", "3-0"], (await door.Streams.PendingAsync(key, "g", "quick")).Select(entry => entry.Id));
    }

    private static async Task AutoClaim_GoesOn(Door door)
    {
        string key = await NewStreamAsync(door, 5);
        await door.Streams.ReadGroupAsync(key, "g", "slow");
        await door.Streams.DeleteAsync(key, "2-0");
        (List<string> ids, List<string> deleted, string? next) =
            await door.Streams.AutoClaimAsync(key, "g", "quick", count: 3);
        Assert.Equal(["1-0", "3-0"], ids);
        Assert.Equal(["2-0"], deleted);
        Assert.Equal("4-0", next);
        (ids, deleted, next) = await door.Streams.AutoClaimAsync(key, "g", "quick", next);
        Assert.Equal(["4-0", "5-0"], ids);
        Assert.Empty(deleted);
        Assert.Null(next);
    }

    private static async Task Consumers_ComeAndGo(Door door)
    {
        string key = await NewStreamAsync(door, 1);
        Assert.True(await door.Streams.CreateConsumerAsync(key, "g", "b"));
        Assert.False(await door.Streams.CreateConsumerAsync(key, "g", "b"));
        await door.Streams.ReadGroupAsync(key, "g", "a");
        Assert.Equal([("a", 1), ("b", 0)], await door.Streams.ConsumersAsync(key, "g"));
        Assert.Equal(1, await door.Streams.DeleteConsumerAsync(key, "g", "a"));
        Assert.Equal(0, await door.Streams.DeleteConsumerAsync(key, "g", "b"));
        Assert.Empty(await door.Streams.ConsumersAsync(key, "g"));
        await DoorException.ExpectAsync("NO_GROUP", () => door.Streams.ConsumersAsync(key, "nobody"));
    }

    private static async Task WrongType_IsRefused(Door door)
    {
        string key = NewKey();
        await door.Strings.SetAsync(key, "v");
        Func<Task>[] calls =
        [
            () => door.Streams.AppendAsync(key, null, ["f", "v"]), () => door.Streams.RangeAsync(key),
            () => door.Streams.ReadAsync((key, "0")), () => door.Streams.DeleteAsync(key, "1-1"),
            () => door.Streams.TrimAsync(key, 1), () => door.Streams.DescribeAsync(key),
            () => door.Streams.CreateGroupAsync(key, "g", "0", makeStream: true),
            () => door.Streams.DeleteGroupAsync(key, "g"), () => door.Streams.GroupsAsync(key),
            () => door.Streams.ReadGroupAsync(key, "g", "c"), () => door.Streams.AcknowledgeAsync(key, "g", "1-1"),
            () => door.Streams.PendingAsync(key, "g"), () => door.Streams.ClaimAsync(key, "g", "c", ["1-1"]),
            () => door.Streams.AutoClaimAsync(key, "g", "c"), () => door.Streams.CreateConsumerAsync(key, "g", "c"),
        ];
        foreach (Func<Task> call in calls)
            await DoorException.ExpectAsync("WRONG_TYPE", call);
        Assert.Equal("v", await door.Strings.GetAsync(key));
    }

    private static async Task BadIds_AreRefused(Door door)
    {
        string key = await NewStreamAsync(door, 1);
        foreach (string bad in (string[])["x", "1-", "-1-1", "1-2-3", "18446744073709551616-0"])
        {
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Streams.AppendAsync(key, bad, ["f", "v"]));
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Streams.RangeAsync(key, start: bad));
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Streams.DeleteAsync(key, bad));
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Streams.ReadAsync((key, bad)));
            await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Streams.SetPositionAsync(key, "g", bad));
            await DoorException.ExpectAsync(
                "INVALID_ARGUMENT", () => door.Streams.ReadGroupAsync(key, "g", "c", after: bad));
        }
        await DoorException.ExpectAsync("INVALID_ARGUMENT", () => door.Streams.ReadAsync((key, ">")));
        await DoorException.ExpectAsync(
            "INVALID_ARGUMENT", () => door.Streams.ReadGroupAsync(key, "g", "c", after: "$"));
        Assert.Equal(["1-0"], Ids(await door.Streams.RangeAsync(key)));
    }

    private static async Task<string> NewStreamAsync(Door door, int entries)
    {
        string key = NewKey();
        for (int i = 1; i <= entries; i++)
            await door.Streams.AppendAsync(key, $"{i}-0", ["f", $"{i}"]);
        await door.Streams.CreateGroupAsync(key, "g", "0");
        return key;
    }

    private static IEnumerable<string> Ids(List<StreamEntryText>? entries) => entries!.Select(entry => entry.Id);

    private static IEnumerable<string> Texts(List<StreamEntryText>? entries) =>
        entries!.Select(entry => entry.ToString());
}
