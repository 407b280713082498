using System.Buffers.Text;
using System.Text.Json;
using WebKv.Engine.PubSub;
using WebKv.Server.Rest.Events;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.PubSub;

/// <summary>
/// The events of a subscription: subscribed, message, dropped.
/// </summary>
/// <remarks>Messages are numbered so that a client that connects again says so (Last-Event-ID); what it has missed
/// cannot be sent again, and an event of its own tells that.</remarks>
internal sealed class SubscriptionEvents(EventStream stream, BinaryEncoding encoding)
{
    private long _messages;

    public void Subscribed(SubscriptionNames names)
    {
        Utf8JsonWriter json = stream.Begin("subscribed"u8);
        json.WriteStartObject();
        WriteNames(json, "channels", names.Channels);
        WriteNames(json, "patterns", names.Patterns);
        WriteNames(json, "shardChannels", names.ShardChannels);
        json.WriteEndObject();
        stream.End();
    }

    public void Item(PushItem item)
    {
        if (item.Message is not { } message)
            Dropped(item.Dropped, "slow");
        else if (message.Payload.Length > ValueSender.JsonBytesMax)
            Dropped(1, "tooLarge");
        else
            Message(message, item.Pattern);
    }

    /// <summary>Tells a gap.</summary>
    /// <param name="count">Messages that are missing; null when nobody knows.</param>
    /// <param name="reason">Why: slow, tooLarge, reconnected.</param>
    public void Dropped(long? count, string reason)
    {
        Utf8JsonWriter json = stream.Begin("dropped"u8);
        json.WriteStartObject();
        if (count is { } known)
            json.WriteNumber("dropped"u8, known);
        else
            json.WriteNull("dropped"u8);
        json.WriteString("reason"u8, reason);
        json.WriteEndObject();
        stream.End();
    }

    private void Message(PushMessage message, byte[]? pattern)
    {
        Span<byte> id = stackalloc byte[20];
        Utf8Formatter.TryFormat(++_messages, id, out int digits);
        Utf8JsonWriter json = stream.Begin("message"u8, id[..digits]);
        json.WriteStartObject();
        json.WritePropertyName("channel"u8);
        BinaryValue.Write(json, message.Channel, encoding);
        if (pattern is not null)
        {
            json.WritePropertyName("pattern"u8);
            BinaryValue.Write(json, pattern, encoding);
        }
        if (message.Kind == SubscriptionKind.ShardChannel)
            json.WriteBoolean("sharded"u8, true);
        json.WritePropertyName("message"u8);
        BinaryValue.Write(json, message.Payload, encoding);
        json.WriteEndObject();
        stream.End();
    }

    private void WriteNames(Utf8JsonWriter json, string name, IReadOnlyList<byte[]> names)
    {
        json.WriteStartArray(name);
        foreach (byte[] each in names)
            BinaryValue.Write(json, each, encoding);
        json.WriteEndArray();
    }
}
