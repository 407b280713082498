using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Consumers as commands come to them: by asking for something.</summary>
internal static class GroupConsumers
{
    /// <summary>The consumer with a name, created if need be, which has now been seen.</summary>
    public static StreamConsumer See(
        CommandContext context, Key key, StreamGroup group, ReadOnlySpan<byte> name, out bool isNew)
    {
        StreamConsumer consumer = group.FindConsumer(name);
        isNew = consumer.IsNull;
        if (isNew)
            consumer = Create(context, key, group, name);
        consumer.SeenMs = context.NowMs;
        return consumer;
    }

    /// <summary>Adds a consumer whose name is new.</summary>
    public static StreamConsumer Create(
        CommandContext context, Key key, StreamGroup group, ReadOnlySpan<byte> name)
    {
        StreamConsumer consumer = group.AddConsumer(name, context.NowMs);
        context.Notify(KeyspaceEvents.Stream, "xgroup-createconsumer"u8, key);
        StreamEffects.LogConsumer(context, key, group, name);
        return consumer;
    }
}
