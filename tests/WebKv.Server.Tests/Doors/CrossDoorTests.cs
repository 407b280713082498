using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>What one door writes, the others see.</summary>
public sealed class CrossDoorTests(DoorFixture doors) : IClassFixture<DoorFixture>
{
    private const int BlobBytes = 16 * 1024;

    public static TheoryData<string> Writers => [.. Door.Names];

    public static TheoryData<string, string> WritersAndValues =>
    [
        .. from door in Door.Names
           from value in Values.Keys
           select new TheoryDataRow<string, string>(door, value),
    ];

    private static Dictionary<string, string> Values { get; } = new()
    {
        ["text"] = "text",
        ["empty"] = "",
        ["NUL"] = "a\0b\0",
        ["invalid UTF-8"] = "\xC3\x28\xFF\xFE",
        ["all bytes"] = string.Concat(Enumerable.Range(0, 256).Select(b => (char)b)),
        ["16 KiB - 1"] = Pattern(BlobBytes - 1),
        ["16 KiB"] = Pattern(BlobBytes),
        ["16 KiB + 1"] = Pattern(BlobBytes + 1),
        ["1 MiB"] = Pattern(1024 * 1024),
    };

    [Theory]
    [MemberData(nameof(WritersAndValues))]
    public async Task Value_WrittenThroughOne_IsReadThroughAll(string writer, string value)
    {
        string key = NewKey();
        await doors.Open(writer).Strings.SetAsync(key, Values[value]);
        foreach (string reader in Door.Names)
        {
            Door door = doors.Open(reader);
            Assert.True(Values[value] == await door.Strings.GetAsync(key), $"{reader} reads something else");
            Assert.Equal(Values[value].Length, await door.Strings.LengthAsync(key));
            string?[] batch = await door.Strings.GetManyAsync(key);
            Assert.True(Values[value] == batch[0], $"{reader} reads another in a batch");
        }
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Expiry_SetThroughOne_IsSeenThroughAll(string writer)
    {
        const long Ttl = 1_000_000;
        string key = NewKey();
        await doors.Open(writer).Strings.SetAsync(key, "v", new() { TtlMs = Ttl });
        foreach (string reader in Door.Names)
            Assert.InRange(await doors.Open(reader).Keys.TtlMsAsync(key), Ttl / 2, Ttl);
        await doors.Open(writer).Keys.PersistAsync(key);
        foreach (string reader in Door.Names)
            Assert.Equal(IKeyDoor.Forever, await doors.Open(reader).Keys.TtlMsAsync(key));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Etag_ChangesWithTheContent_WhicheverDoorWrites(string writer)
    {
        string key = NewKey();
        Door door = doors.Open(writer);
        var seen = new List<string>();
        foreach (string value in (string[])["1", "2", Pattern(BlobBytes), Pattern(BlobBytes + 1)])
        {
            await door.Strings.SetAsync(key, value);
            seen.Add(await SameEtagAsync(key));
        }
        await door.Strings.AppendAsync(key, "!");
        seen.Add(await SameEtagAsync(key));
        await door.Strings.SetBitAsync(key, 7, bit: true);
        seen.Add(await SameEtagAsync(key));
        Assert.Equal(seen.Count, seen.Distinct().Count());

        await door.Strings.SetAsync(key, "1");
        Assert.Equal(seen[0], await SameEtagAsync(key));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Message_PublishedThroughOne_IsReceivedThroughAll(string publisher)
    {
        string channel = NewKey();
        List<IDoorSubscription> subscriptions = [];
        foreach (string reader in Door.Names)
            subscriptions.Add(await doors.Open(reader).PubSub.SubscribeAsync([channel]));
        foreach (string value in Values.Values)
            Assert.Equal(subscriptions.Count, await doors.Open(publisher).PubSub.PublishAsync(channel, value));
        foreach (IDoorSubscription subscription in subscriptions)
        {
            foreach (string value in Values.Values)
                Assert.Equal(new DoorMessage(channel, value), await subscription.NextAsync());
            await subscription.DisposeAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task KeyspaceEvent_OfAWriteThroughOne_IsReceivedThroughAll(string writer)
    {
        string key = $"{Guid.NewGuid():N}";
        await doors.Open(Door.Resp).Commands.RunAsync("CONFIG", "SET", "notify-keyspace-events", "KA");
        List<IDoorSubscription> subscriptions = [];
        foreach (string reader in Door.Names)
            subscriptions.Add(await doors.Open(reader).PubSub.SubscribeAsync([$"__keyspace@0__:{key}"]));
        Door door = doors.Open(writer);
        await door.Strings.SetAsync(key, "1");
        await door.Strings.IncrementAsync(key, 1);
        await door.Keys.DeleteManyAsync(key);
        foreach (IDoorSubscription subscription in subscriptions)
        {
            foreach (string name in (string[])["set", "incrby", "del"])
                Assert.Equal(name, (await subscription.NextAsync()).Message);
            await subscription.DisposeAsync();
        }
        await doors.Open(Door.Resp).Commands.RunAsync("CONFIG", "SET", "notify-keyspace-events", "");
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Database_ChosenThroughOne_IsThatOfAll(string writer)
    {
        string key = NewKey();
        for (int database = 0; database < 16; database += 5)
            await doors.Open(writer, database).Strings.SetAsync(key, $"in {database}");
        foreach (string reader in Door.Names)
            for (int database = 0; database < 16; database++)
                Assert.Equal(
                    database % 5 == 0 ? $"in {database}" : null,
                    await doors.Open(reader, database).Strings.GetAsync(key));
    }

    [Theory]
    [MemberData(nameof(Writers))]
    public async Task Counter_IncrementedThroughAll_LosesNothing(string first)
    {
        const int Rounds = 200;
        string key = NewKey();
        await doors.Open(first).Strings.SetAsync(key, "0");
        await Task.WhenAll(Door.Names.Select(name => doors.Open(name)).Select(async door =>
        {
            for (int i = 0; i < Rounds; i++)
                await door.Strings.IncrementAsync(key, 1);
        }));
        Assert.Equal($"{Rounds * Door.Names.Count}", await doors.Open(first).Strings.GetAsync(key));
    }

    // Both doors that show ETags show the same.
    private async Task<string> SameEtagAsync(string key)
    {
        string etag = await doors.EtagAsync(Door.Rest, key);
        Assert.Equal(etag, await doors.EtagAsync(Door.Grpc, key));
        return etag;
    }

    private static string Pattern(int length) =>
        string.Create(length, 0, (chars, _) =>
        {
            for (int i = 0; i < chars.Length; i++)
                chars[i] = (char)(byte)((i * 131) + (i >> 8));
        });
}
