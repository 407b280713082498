using static WebKv.Server.Tests.Doors.DoorCase;

namespace WebKv.Server.Tests.Doors;

/// <summary>Messages between clients of one door.</summary>
internal static class PubSubCases
{
    public static IReadOnlyList<DoorCase> All { get; } =
    [
        Of(Publish_ToNobody_Returns0), Of(Publish_ToAChannel_ComesInOrder), Of(Publish_ByPatternToo_CountsTwice),
        Of(Publish_Sharded_IsApart), Of(Publish_AnyBytes_AreKept), Of(Channels_AreListedWhileSubscribed),
    ];

    private static async Task Publish_ToNobody_Returns0(Door door) =>
        Assert.Equal(0, await door.PubSub.PublishAsync(NewKey(), "hello"));

    private static async Task Publish_ToAChannel_ComesInOrder(Door door)
    {
        string channel = NewKey(), other = NewKey();
        await using IDoorSubscription subscription = await door.PubSub.SubscribeAsync([channel, other]);
        for (int i = 0; i < 100; i++)
            Assert.Equal(1, await door.PubSub.PublishAsync(i % 2 == 0 ? channel : other, $"{i}"));
        for (int i = 0; i < 100; i++)
            Assert.Equal(new DoorMessage(i % 2 == 0 ? channel : other, $"{i}"), await subscription.NextAsync());
    }

    private static async Task Publish_ByPatternToo_CountsTwice(Door door)
    {
        string id = Guid.NewGuid().ToString("N");
        await using IDoorSubscription subscription = await door.PubSub.SubscribeAsync([$"{id}.a"], [$"{id}.?"]);
        Assert.Equal(2, await door.PubSub.PublishAsync($"{id}.a", "both"));
        Assert.Equal(1, await door.PubSub.PublishAsync($"{id}.b", "one"));
        Assert.Equal(0, await door.PubSub.PublishAsync($"{id}.bb", "none"));
        Assert.Equal(new DoorMessage($"{id}.a", "both"), await subscription.NextAsync());
        Assert.Equal(new DoorMessage($"{id}.a", "both", $"{id}.?"), await subscription.NextAsync());
        Assert.Equal(new DoorMessage($"{id}.b", "one", $"{id}.?"), await subscription.NextAsync());
    }

    private static async Task Publish_Sharded_IsApart(Door door)
    {
        string channel = Guid.NewGuid().ToString("N");
        await using IDoorSubscription subscription = await door.PubSub.SubscribeAsync([], [$"{channel}*"], [channel]);
        Assert.Equal(1, await door.PubSub.PublishAsync(channel, "sharded", sharded: true));
        Assert.Equal(1, await door.PubSub.PublishAsync(channel, "plain"));
        Assert.Equal(new DoorMessage(channel, "sharded", Sharded: true), await subscription.NextAsync());
        Assert.Equal(new DoorMessage(channel, "plain", $"{channel}*"), await subscription.NextAsync());
        Assert.Equal([channel], await door.PubSub.ListAsync(channel, sharded: true));
    }

    private static async Task Publish_AnyBytes_AreKept(Door door)
    {
        string channel = $"\0{NewKey()}\r\n";
        await using IDoorSubscription subscription = await door.PubSub.SubscribeAsync([channel, ""]);
        string[] messages = ["", "\0\r\n\xFF", new('\xFE', 16_384), new('m', 1_000_000), "data: x\n\nevent: y\n\n"];
        foreach (string message in messages)
        {
            Assert.Equal(1, await door.PubSub.PublishAsync(channel, message));
            Assert.Equal(new DoorMessage(channel, message), await subscription.NextAsync());
        }
        await door.PubSub.PublishAsync("", "to the empty name");
        Assert.Equal(new DoorMessage("", "to the empty name"), await subscription.NextAsync());
    }

    private static async Task Channels_AreListedWhileSubscribed(Door door)
    {
        string id = Guid.NewGuid().ToString("N");
        await using (await door.PubSub.SubscribeAsync([$"{id}.a", $"{id}.b"]))
        {
            Assert.Equal([$"{id}.a", $"{id}.b"], (await door.PubSub.ListAsync($"{id}*")).Order());
            Assert.Equal([$"{id}.a"], await door.PubSub.ListAsync($"{id}?a"));
            Assert.Equal(1, await door.PubSub.CountSubscribersAsync($"{id}.a"));
            Assert.Equal(0, await door.PubSub.CountSubscribersAsync($"{id}.c"));
        }
        await Hosting.Eventually.HoldsAsync(
            () => door.PubSub.ListAsync($"{id}*").GetAwaiter().GetResult().Length == 0);
    }
}
