using System.Text;
using WebKv.Engine.Replies;

namespace WebKv.Engine.PubSub;

/// <summary>What the commands of a subscriber write: confirmations, and the messages that came before them.</summary>
internal static class PushReplies
{
    /// <summary>Writes the messages that wait, so that what follows in the connection comes after them.</summary>
    public static void WritePending(Subscriber subscriber, IReplyWriter writer)
    {
        var items = new PushItem[16];
        while (subscriber.TakeHeld(items) is var count and > 0)
        {
            foreach (PushItem item in items.AsSpan(0, count))
            {
                item.WriteTo(writer);
                item.Release();
            }
        }
    }

    /// <summary>Confirms one subscription or its end, with the number of those that are left.</summary>
    public static void Confirm(IReplyWriter writer, string command, ReadOnlySpan<byte> name, int count)
    {
        Begin(writer, command);
        writer.Bulk(name);
        writer.Integer(count);
    }

    /// <summary>Says that there was nothing to end.</summary>
    public static void ConfirmNothing(IReplyWriter writer, string command, int count)
    {
        Begin(writer, command);
        writer.Null();
        writer.Integer(count);
    }

    /// <summary>What Redis counts in a confirmation: channels and patterns together, sharded channels apart.</summary>
    public static int CountShown(Subscriber? subscriber, SubscriptionKind kind)
    {
        if (subscriber is null)
            return 0;
        return kind == SubscriptionKind.ShardChannel
            ? subscriber.CountOf(kind)
            : subscriber.CountOf(SubscriptionKind.Channel) + subscriber.CountOf(SubscriptionKind.Pattern);
    }

    private static void Begin(IReplyWriter writer, string command)
    {
        writer.BeginPush(3);
        writer.Bulk(Encoding.ASCII.GetBytes(command));
    }
}
