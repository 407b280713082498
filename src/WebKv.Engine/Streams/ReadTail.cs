using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>
/// The next page of a stream for somebody who follows it, or a wait for one.
/// </summary>
/// <remarks>
/// What XREAD does not tell: that entries behind the position were trimmed before they could be read, that the ids have
/// begun anew, and that the stream is gone, which is an error. Entries that were deleted one by one are passed over, as
/// in XREAD. A page ends with the entry that fills it, so one of any size gets through. O(log(entries) + page).
/// </remarks>
public readonly ref struct ReadTail : IOperation<TailReply>
{
    public static CommandInfo Info => XRead.Info;

    /// <summary>The stream: one key.</summary>
    public required KeyList Keys { get; init; }

    public required TailPosition Position { get; init; }

    /// <summary>Entries at most.</summary>
    public required int CountMax { get; init; }

    /// <summary>No further entry after this many bytes.</summary>
    public required int BytesMax { get; init; }

    /// <summary>How long to wait when there is nothing; 0 for ever; null not at all.</summary>
    public long? BlockMs { get; init; }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out TailReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Find(context, Keys[0], out StreamCollection? stream);
        if (error is not null || stream is null)
            return error ?? CommonErrors.NoSuchKey;
        reply = Next(context.Replies, stream);
        return reply is { Gap: TailGap.None, Entries.Count: 0 } && BlockMs is { } timeoutMs
            ? context.WaitFor(WaitKind.StreamTail, Keys, timeoutMs)
            : null;
    }

    private TailReply Next(ReplyBuffer replies, StreamCollection stream)
    {
        var cut = new TailPosition(stream.TrimmedId, IsSeen: true);
        if (Position.IsSeen && stream.LastId < Position.Id)
            return new TailReply { Gap = TailGap.Reset, Next = cut };
        if (Position.Id < stream.TrimmedId)
            return new TailReply { Gap = TailGap.Trimmed, Next = cut };
        EntriesReply entries = Page(replies, stream, out StreamId last);
        return new TailReply
        {
            Entries = entries,
            Next = entries.Count == 0 ? Position : new TailPosition(last, IsSeen: true),
        };
    }

    private EntriesReply Page(ReplyBuffer replies, StreamCollection stream, out StreamId last)
    {
        last = default;
        int first = replies.EntryCount;
        int count = 0;
        // The newest id is asked for first: a reader who waits is woken by every change of the stream.
        if (Position.Id < stream.LastId && Position.Id.TryNext(out StreamId start))
        {
            long bytesEnd = replies.Length + (long)BytesMax;
            StreamCursor cursor = stream.Range(start, StreamId.Max);
            for (; count < CountMax && replies.Length < bytesEnd && cursor.MoveNext(); count++)
            {
                EntryReply.Append(replies, cursor.Entry);
                last = cursor.Id;
            }
        }
        return new EntriesReply(replies, first, count);
    }
}
