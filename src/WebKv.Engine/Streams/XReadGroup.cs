using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>
/// XREADGROUP: gives a consumer entries that nobody of its group was given yet (">"), or tells it what it was given and
/// has not acknowledged (an id).
/// </summary>
/// <remarks>
/// What is delivered becomes pending, unless NOACK. Logged as one XCLAIM of the ids delivered and an XGROUP SETID. A
/// look at one's own history counts as a delivery of each entry, which is not logged: it is a read.
/// </remarks>
public readonly ref struct XReadGroup : ICommand<XReadGroup, StreamsReply>
{
    public static CommandInfo Info { get; } = new("xreadgroup",
        "GROUP group consumer [COUNT count] [BLOCK ms] [NOACK] STREAMS key [key ...] id [id ...]")
    {
        Arity = -7,
        Flags = CommandFlags.Write | CommandFlags.Blocking | CommandFlags.MovableKeys,
        Group = CommandGroup.Stream,
        Summary = "Delivers entries of streams to a consumer of a group.",
        Complexity = "O(log(N)+M) for each stream, with M entries returned",
    };

    public required KeyList Keys { get; init; }

    /// <summary>For each key ">" for new entries, or the id above which its own history is told.</summary>
    public required ValueList After { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public required ReadOnlySpan<byte> Consumer { get; init; }

    /// <summary>Entries per stream at most; 0 for all.</summary>
    public long CountMax { get; init; }

    /// <summary>How long to wait when there is nothing new; 0 for ever; null not at all.</summary>
    public long? BlockMs { get; init; }

    /// <summary>What is delivered needs no acknowledgement.</summary>
    public bool NoAck { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XReadGroup command)
    {
        Error? error = ReadArguments.Parse(ref arguments, Info, out ReadArguments read);
        command = new XReadGroup
        {
            Keys = read.Keys,
            After = read.After,
            Group = read.Group,
            Consumer = read.Consumer,
            CountMax = read.Options.CountMax,
            BlockMs = read.Options.BlockMs,
            NoAck = read.Options.NoAck,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out StreamsReply reply)
    {
        reply = default;
        if (CheckIds() is { } invalid)
            return invalid;
        for (int i = 0; i < Keys.Count; i++)
            if (CheckGroup(context, Keys[i]) is { } error)
                return error;
        int first = context.Replies.EntryCount;
        int streams = 0;
        for (int i = 0; i < Keys.Count; i++)
            if (Read(context, Keys[i], After[i].Bytes))
                streams++;
        reply = new StreamsReply(context.Replies, first, streams);
        // One's own history is always told, be it empty: only those who ask for nothing but new entries wait.
        return streams == 0 && BlockMs is { } timeoutMs
            ? context.WaitFor(WaitKind.StreamGroup, Keys, timeoutMs)
            : null;
    }

    private static bool IsNew(ReadOnlySpan<byte> after) => after is [(byte)'>'];

    private Error? CheckGroup(CommandContext context, Key key)
    {
        Error? error = StreamKeys.Find(context, key, out StreamCollection? stream);
        if (error is null && (stream is null || stream.FindGroup(Group).IsNull))
            error = StreamErrors.NoGroupToRead(key.Bytes, Group);
        return error;
    }

    // True when the stream has a place in the reply.
    private bool Read(CommandContext context, Key key, ReadOnlySpan<byte> after)
    {
        StreamKeys.PeekGroup(
            context, key, Group, out Record record, out StreamCollection stream, out StreamGroup group);
        StreamConsumer consumer = GroupConsumers.See(context, key, group, Consumer, out bool changed);
        bool isNew = IsNew(after);
        bool isTold = !isNew || (stream.Count > 0 && stream.NewestId > group.LastId);
        if (isTold)
        {
            StreamsReply.Begin(context.Replies, key.Bytes, out int counter);
            EntriesReply entries = isNew
                ? Deliver(context, stream, group, consumer)
                : TellHistory(context, stream, group, consumer, after);
            context.Replies.SetInteger(counter, entries.Count);
            changed |= entries.Count > 0;
            if (isNew)
                LogDelivered(context, key, group, entries);
        }
        if (changed)
            context.Collections.Edited(key, record);
        return isTold;
    }

    private EntriesReply Deliver(
        CommandContext context, StreamCollection stream, StreamGroup group, StreamConsumer consumer)
    {
        ReplyBuffer replies = context.Replies;
        int first = replies.EntryCount;
        int count = 0;
        var counter = new ReadCounter(stream);
        group.LastId.TryNext(out StreamId start);
        StreamCursor cursor = stream.Range(start, StreamId.Max);
        while ((CountMax == 0 || count < CountMax) && cursor.MoveNext())
        {
            StreamId id = cursor.Id;
            EntryReply.Append(replies, cursor.Entry);
            group.EntriesRead = counter.Advance(group, id);
            group.LastId = id;
            if (!NoAck)
                group.Deliver(id, consumer, context.NowMs);
            count++;
        }
        consumer.ActiveMs = context.NowMs;
        return new EntriesReply(replies, first, count);
    }

    private EntriesReply TellHistory(
        CommandContext context, StreamCollection stream, StreamGroup group, StreamConsumer consumer,
        ReadOnlySpan<byte> after)
    {
        ReplyBuffer replies = context.Replies;
        int first = replies.EntryCount;
        int count = 0;
        StreamIds.Parse(after, out StreamId last);
        if (!last.TryNext(out StreamId start))
            return new EntriesReply(replies, first, 0);
        PendingCursor cursor = group.PendingOf(consumer, start);
        for (; (CountMax == 0 || count < CountMax) && cursor.MoveNext(); count++)
        {
            StreamPending pending = cursor.Current;
            StreamCursor entry = stream.Range(pending.Id, pending.Id);
            if (!entry.MoveNext())
            {
                EntryReply.AppendGone(replies, pending.Id);
                continue;
            }
            EntryReply.Append(replies, entry.Entry);
            pending.DeliveredMs = context.NowMs;
            pending.Deliveries++;
        }
        return new EntriesReply(replies, first, count);
    }

    private void LogDelivered(CommandContext context, Key key, StreamGroup group, EntriesReply entries)
    {
        if (!NoAck && StreamEffects.BeginClaim(context, key, group, Consumer, entries.Count))
        {
            EntryReply entry = entries.First;
            for (int i = 0; i < entries.Count; i++, entry = entry.Next)
                StreamEffects.LogId(context, entry.Id);
            StreamEffects.EndClaim(context, group, context.NowMs, deliveries: 1);
        }
        StreamEffects.LogPosition(context, key, group);
    }

    private Error? CheckIds()
    {
        for (int i = 0; i < After.Count; i++)
        {
            ReadOnlySpan<byte> after = After[i].Bytes;
            if (after is [(byte)'$'])
                return StreamErrors.LastInReadGroup;
            if (!IsNew(after) && StreamIds.Parse(after, out _) is { } error)
                return error;
        }
        return null;
    }
}
