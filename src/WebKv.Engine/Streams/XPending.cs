using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XPENDING: how much a group has pending and whose it is, or, with a range, which entries these are.
/// </summary>
public readonly ref struct XPending : ICommand<XPending, PendingReply>
{
    public static CommandInfo Info { get; } = new("xpending",
        "key group [[IDLE min-idle-ms] start end count [consumer]]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Tells which entries were delivered to a group and not acknowledged.",
        Complexity = "O(N) in the number of consumers, or in the entries looked at",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    /// <summary>Which entries are wanted; null for a summary.</summary>
    public PendingQuery? Query { get; init; }

    /// <summary>With a query, whose entries; anybody's if <see cref="HasConsumer"/> is false.</summary>
    public ReadOnlySpan<byte> Consumer { get; init; }

    public bool HasConsumer { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XPending command)
    {
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> group = arguments.Next();
        command = new XPending { Key = key, Group = group };
        if (!arguments.HasNext)
            return null;
        Error? error = PendingQuery.Parse(ref arguments, out PendingQuery query);
        if (error is not null)
            return error;
        bool hasConsumer = arguments.HasNext;
        command = new XPending
        {
            Key = key,
            Group = group,
            Query = query,
            HasConsumer = hasConsumer,
            Consumer = hasConsumer ? arguments.Next() : default,
        };
        return arguments.HasNext ? CommonErrors.Syntax : null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out PendingReply reply)
    {
        reply = default;
        Error? error = StreamKeys.FindGroup(context, Key, Group, out StreamGroup group);
        if (error is not null)
            return error;
        reply = Query is { } query ? List(context, group, query) : Summarize(context, group);
        return null;
    }

    private static PendingReply Summarize(CommandContext context, StreamGroup group)
    {
        if (group.PendingCount == 0)
            return default;
        int first = context.Replies.EntryCount;
        int consumers = 0;
        for (int i = 0; i < group.ConsumerCount; i++)
        {
            StreamConsumer consumer = group.ConsumerAt(i);
            if (consumer.PendingCount == 0)
                continue;
            context.Replies.Append(consumer.Name);
            context.Replies.AppendInteger(consumer.PendingCount);
            consumers++;
        }
        PendingCursor cursor = group.Pending(StreamId.Min);
        cursor.MoveNext();
        return new PendingReply(context.Replies, first, consumers)
        {
            Total = group.PendingCount,
            Lowest = cursor.Current.Id,
            Highest = group.LastPending.Id,
        };
    }

    private PendingReply List(CommandContext context, StreamGroup group, PendingQuery query)
    {
        int first = context.Replies.EntryCount;
        StreamConsumer consumer = HasConsumer ? group.FindConsumer(Consumer) : default;
        int count = HasConsumer && consumer.IsNull
            ? 0
            : Copy(context, HasConsumer ? group.PendingOf(consumer, query.Start) : group.Pending(query.Start), query);
        return new PendingReply(context.Replies, first, count) { IsList = true, NowMs = context.NowMs };
    }

    private static int Copy(CommandContext context, PendingCursor cursor, PendingQuery query)
    {
        int count = 0;
        while (count < query.CountMax && cursor.MoveNext() && cursor.Current.Id <= query.End)
        {
            if (query.MinIdleMs > 0 && context.NowMs - cursor.Current.DeliveredMs < query.MinIdleMs)
                continue;
            PendingEntryReply.Append(context.Replies, cursor.Current);
            count++;
        }
        return count;
    }
}
