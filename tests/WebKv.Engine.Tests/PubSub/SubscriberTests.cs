using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.PubSub;
using WebKv.Memory;

namespace WebKv.Engine.Tests.PubSub;

/// <summary>The bounded queue of a subscriber, and what its reader is told.</summary>
[Collection(nameof(Memory.ProcessMemoryCollection))]
public sealed class SubscriberTests
{
    private const int MessageBytes = 1000;
    private const int OverheadBytes = 64;

    private readonly PubSubBroker _broker = new();
    private readonly Outbox _outbox = new();

    [Fact]
    public void Wake_ManyMessages_IsOneUntilAllIsRead()
    {
        int woken = 0;
        Subscriber subscriber = Subscribe(long.MaxValue, () => woken++);
        for (int i = 0; i < 10; i++)
            Publish("m");
        Assert.Equal(0, woken);
        _outbox.Send();
        Assert.Equal(1, woken);
        Publish("m");
        _outbox.Send();
        Assert.Equal(1, woken);
        Assert.Equal(11, TakeAll(subscriber).Count);
        Publish("m");
        _outbox.Send();
        Assert.Equal(2, woken);
    }

    [Fact]
    public void Wake_MoreThanAFewSubscribers_ReachesEach()
    {
        const int Subscribers = 500;
        using var all = new CountdownEvent(Subscribers);
        for (int i = 0; i < Subscribers; i++)
            Subscribe(long.MaxValue, () => all.Signal());
        Assert.Equal(Subscribers, Publish("m"));
        _outbox.Send();
        Assert.True(all.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Wake_ABurst_ComesOnceMore()
    {
        int woken = 0;
        Subscriber subscriber = Subscribe(long.MaxValue, () => woken++);
        for (int i = 0; i < 3 * Subscriber.BurstBytes / MessageBytes; i++)
        {
            Publish(Message(i));
            _outbox.Send();
        }
        Assert.Equal(2, woken);
        Assert.True(subscriber.PendingBytes > 2 * Subscriber.BurstBytes);
    }

    [Fact]
    public void Outbox_MessagesInARow_AreQueuedTogetherAndInOrder()
    {
        Subscriber subscriber = Subscribe(long.MaxValue);
        _broker.Subscribe(subscriber, SubscriptionKind.Channel, "d"u8);
        foreach ((string channel, string message) in
            ((string, string)[])[("c", "1"), ("c", "2"), ("d", "3"), ("none", "4"), ("c", "5"), ("c", "6")])
            Assert.Equal(channel == "none" ? 0 : 1, _broker.Publish(
                SubscriptionKind.Channel, Encoding.ASCII.GetBytes(channel),
                new Value(Encoding.ASCII.GetBytes(message)), _outbox));
        Assert.Equal(["1", "2", "3"], TakeAll(subscriber));
        _outbox.Send();
        Assert.Equal(["5", "6"], TakeAll(subscriber));
    }

    [Fact]
    public void Outbox_VeryManyMessages_DoNotWaitForTheEnd()
    {
        Subscriber subscriber = Subscribe(long.MaxValue);
        for (int i = 0; i < 1000; i++)
            _broker.Publish(SubscriptionKind.Channel, "c"u8, new Value("m"u8), _outbox);
        Assert.InRange(TakeAll(subscriber).Count, 900, 999);
        _outbox.Send();
        Assert.NotEmpty(TakeAll(subscriber));
    }

    [Fact]
    public void Queue_Full_DropsAndSaysSoAtThePlaceOfTheGap()
    {
        int woken = 0;
        Subscriber subscriber = Subscribe(3 * (MessageBytes + OverheadBytes), () => woken++);
        for (int i = 0; i < 5; i++)
            Assert.Equal(1, Publish(Message(i)));
        _outbox.Send();
        Assert.Equal(2, subscriber.Dropped);
        Assert.Equal(2, woken);
        var first = new PushItem[1];
        Assert.Equal(1, subscriber.Take(first));
        Publish(Message(5));
        Publish(Message(6));
        Assert.Equal(["1", "2", "dropped 2", "5", "dropped 1"], TakeAll(subscriber));
        Assert.Equal(3, subscriber.Dropped);
        Assert.Equal(0, subscriber.PendingBytes);
        Publish(Message(7));
        Assert.Equal(["7"], TakeAll(subscriber));
    }

    [Fact]
    public void Queue_OneMessageBeyondTheLimit_Fits()
    {
        Subscriber subscriber = Subscribe(100);
        Publish(Message(1));
        Publish(Message(2));
        Assert.Equal(["1", "dropped 1"], TakeAll(subscriber));
    }

    [Fact]
    public void Take_BytesAtOnce_StopsAfterThem()
    {
        Subscriber subscriber = Subscribe(long.MaxValue);
        for (int i = 0; i < 10; i++)
            Publish(Message(i));
        var items = new PushItem[10];
        Assert.Equal(3, subscriber.Take(items, 2 * MessageBytes + 2 * OverheadBytes + 10));
        Assert.Equal(7, subscriber.Take(items));
    }

    [Fact]
    public void Held_NothingCanBeTaken()
    {
        Subscriber subscriber = Subscribe(long.MaxValue);
        subscriber.Hold();
        Publish("m");
        Assert.False(subscriber.IsReadable);
        Assert.Empty(TakeAll(subscriber));
        subscriber.LetGo();
        Assert.True(subscriber.IsReadable);
        Assert.Equal(["m"], TakeAll(subscriber));
    }

    [Fact]
    public void BigPayload_IsSharedAndFreed()
    {
        long before = Blob.AllocatedBytes;
        Subscriber[] subscribers = [.. Enumerable.Range(0, 10).Select(_ => Subscribe(long.MaxValue))];
        var payload = Blob.Allocate(1 << 20);
        payload.Span.Fill((byte)'x');
        _broker.Publish(SubscriptionKind.Channel, "c"u8, new Value(payload), _outbox);
        payload.Release();
        Publish(new string('y', Values.BlobBytesMin));
        Assert.InRange(Blob.AllocatedBytes - before, 1 << 20, (1 << 20) + 2 * Values.BlobBytesMin);
        foreach (Subscriber subscriber in subscribers[1..])
            Assert.Equal(2, TakeAll(subscriber).Count);
        _broker.Close(subscribers[0]);
        Assert.Equal(before, Blob.AllocatedBytes);
    }

    [Fact]
    public void Close_LeavesNothing()
    {
        Subscriber subscriber = Subscribe(long.MaxValue);
        _broker.Subscribe(subscriber, SubscriptionKind.Pattern, "*"u8);
        _broker.Subscribe(subscriber, SubscriptionKind.ShardChannel, "s"u8);
        Publish("m");
        _broker.Close(subscriber);
        Assert.True(_broker.IsIdle);
        Assert.Equal(0, _broker.PatternCount);
        Assert.Empty(_broker.ListChannels(SubscriptionKind.Channel));
        Assert.Empty(_broker.ListChannels(SubscriptionKind.ShardChannel));
        Assert.Equal(0, Publish("m"));
        Assert.Empty(TakeAll(subscriber));
    }

    [Fact]
    public async Task Publishers_Parallel_AllSubscribersSeeOneOrder()
    {
        Subscriber byChannel = Subscribe(long.MaxValue);
        Subscriber byPattern = new(long.MaxValue, () => { });
        _broker.Subscribe(byPattern, SubscriptionKind.Pattern, "?"u8);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(publisher => Task.Run(() =>
        {
            var outbox = new Outbox();
            for (int i = 0; i < 5_000; i++)
                _broker.Publish(
                    SubscriptionKind.Channel, "c"u8, new Value(Encoding.ASCII.GetBytes($"{publisher}:{i}")), outbox);
        })));
        List<string> seen = TakeAll(byChannel);
        Assert.Equal(20_000, seen.Count);
        Assert.Equal(seen, TakeAll(byPattern));
        for (int publisher = 0; publisher < 4; publisher++)
            Assert.Equal(
                Enumerable.Range(0, 5_000).Select(i => $"{publisher}:{i}"),
                seen.Where(message => message.StartsWith($"{publisher}:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Unsubscribe_WhileOthersPublish_IsTheEnd()
    {
        using var stop = new CancellationTokenSource();
        var publishing = Task.Run(() =>
        {
            var outbox = new Outbox();
            while (!stop.IsCancellationRequested)
                _broker.Publish(SubscriptionKind.Channel, "c"u8, new Value("m"u8), outbox);
        }, TestContext.Current.CancellationToken);
        var subscriber = new Subscriber(long.MaxValue, () => { });
        for (int round = 0; round < 2_000; round++)
        {
            SubscriptionKind kind = round % 2 == 0 ? SubscriptionKind.Channel : SubscriptionKind.Pattern;
            _broker.Subscribe(subscriber, kind, "c"u8);
            _broker.Unsubscribe(subscriber, kind, "c"u8);
            TakeAll(subscriber);
            Assert.Empty(TakeAll(subscriber));
        }
        await stop.CancelAsync();
        await publishing;
        Assert.True(_broker.IsIdle);
    }

    private static string Message(int number) => $"{number}".PadRight(MessageBytes - 1);

    private static List<string> TakeAll(Subscriber subscriber)
    {
        var taken = new List<string>();
        var items = new PushItem[4];
        while (subscriber.Take(items) is var count and > 0)
        {
            foreach (PushItem item in items.AsSpan(0, count))
            {
                taken.Add(item.Message is null
                    ? $"dropped {item.Dropped}"
                    : Encoding.ASCII.GetString(item.Message.Payload).TrimEnd());
                item.Release();
            }
        }
        return taken;
    }

    private Subscriber Subscribe(long bytesMax, Action? wake = null)
    {
        var subscriber = new Subscriber(bytesMax, wake ?? (() => { }));
        _broker.Subscribe(subscriber, SubscriptionKind.Channel, "c"u8);
        return subscriber;
    }

    private int Publish(string payload)
    {
        var message = new Value(Encoding.ASCII.GetBytes(payload));
        int receivers = _broker.Publish(SubscriptionKind.Channel, "c"u8, message, _outbox);
        _outbox.Deliver();
        return receivers;
    }
}
