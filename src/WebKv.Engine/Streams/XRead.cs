using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XREAD: the entries of one or several streams above an id each; streams that have none are left out. If
/// none has any, it may wait for some.</summary>
/// <remarks>A wait for what is newer than "$" means newer than the call: the last ids of its streams are kept from its
/// first attempt, else an entry that comes between two attempts would never be seen.</remarks>
public readonly ref struct XRead : ICommand<XRead, StreamsReply>
{
    public static CommandInfo Info { get; } = new("xread",
        "[COUNT count] [BLOCK ms] STREAMS key [key ...] id [id ...]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly | CommandFlags.Blocking | CommandFlags.MovableKeys,
        Group = CommandGroup.Stream,
        Summary = "Returns the entries of streams above an id each.",
        Complexity = "O(log(N)+M) for each stream, with M entries returned",
    };

    public required KeyList Keys { get; init; }

    /// <summary>For each key the id that was read last: "$" for the stream's last, "+" to get the last entry.</summary>
    public required ValueList After { get; init; }

    /// <summary>Entries per stream at most; 0 for all.</summary>
    public long CountMax { get; init; }

    /// <summary>How long to wait when there is nothing; 0 for ever; null not at all.</summary>
    public long? BlockMs { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XRead command)
    {
        Error? error = ReadArguments.Parse(ref arguments, Info, out ReadArguments read);
        command = new XRead
        {
            Keys = read.Keys,
            After = read.After,
            CountMax = read.Options.CountMax,
            BlockMs = read.Options.BlockMs,
        };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => Keys.Declare(ref keys);

    public Error? Apply(CommandContext context, out StreamsReply reply)
    {
        reply = default;
        if (CheckIds() is { } invalid)
            return invalid;
        int first = context.Replies.EntryCount;
        int streams = 0;
        StreamId[]? lastIds = context.Waiter?.Memory as StreamId[];
        for (int i = 0; i < Keys.Count; i++)
        {
            Key key = Keys[i];
            Error? error = StreamKeys.Find(context, key, out StreamCollection? stream);
            if (error is not null)
                return error;
            StreamId lastId = lastIds is null ? StreamId.Max : lastIds[i];
            if (stream is not { Count: > 0 } || !TryStart(stream, After[i].Bytes, lastId, out StreamId start))
                continue;
            StreamsReply.Append(context.Replies, key.Bytes, stream.Range(start, StreamId.Max), CountMax);
            streams++;
        }
        reply = new StreamsReply(context.Replies, first, streams);
        return streams == 0 && BlockMs is { } timeoutMs ? Wait(context, timeoutMs) : null;
    }

    private Error? Wait(CommandContext context, long timeoutMs)
    {
        if (context.Waiter is { } waiter)
            waiter.Memory ??= LastIds(context);
        return context.WaitFor(WaitKind.Stream, Keys, timeoutMs);
    }

    private StreamId[] LastIds(CommandContext context)
    {
        var ids = new StreamId[Keys.Count];
        for (int i = 0; i < ids.Length; i++)
            if (StreamKeys.Peek(context, Keys[i], out _, out StreamCollection? stream) is null && stream is not null)
                ids[i] = stream.LastId;
        return ids;
    }

    // False when there is nothing above.
    private static bool TryStart(
        StreamCollection stream, ReadOnlySpan<byte> after, StreamId lastId, out StreamId start)
    {
        start = stream.NewestId;
        if (after is [(byte)'+'])
            return true;
        StreamId last = lastId;
        if (after is not [(byte)'$'])
            StreamIds.Parse(after, out last);
        return last < stream.NewestId && last.TryNext(out start);
    }

    private Error? CheckIds()
    {
        for (int i = 0; i < After.Count; i++)
        {
            ReadOnlySpan<byte> after = After[i].Bytes;
            if (after is [(byte)'>'])
                return StreamErrors.NewInRead;
            if (after is not ([(byte)'$'] or [(byte)'+']) && StreamIds.Parse(after, out _) is { } error)
                return error;
        }
        return null;
    }
}
