using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XREAD: the entries of one or several streams above an id each; streams that have none are left out.
/// </summary>
public readonly ref struct XRead : ICommand<XRead, StreamsReply>
{
    public static CommandInfo Info { get; } = new("xread",
        "[COUNT count] [BLOCK ms] STREAMS key [key ...] id [id ...]")
    {
        Arity = -4,
        Flags = CommandFlags.ReadOnly | CommandFlags.MovableKeys,
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
        for (int i = 0; i < Keys.Count; i++)
        {
            Key key = Keys[i];
            Error? error = StreamKeys.Find(context, key, out StreamCollection? stream);
            if (error is not null)
                return error;
            if (stream is not { Count: > 0 } || !TryStart(stream, After[i].Bytes, out StreamId start))
                continue;
            StreamsReply.Append(context.Replies, key.Bytes, stream.Range(start, StreamId.Max), CountMax);
            streams++;
        }
        reply = new StreamsReply(context.Replies, first, streams);
        return null;
    }

    // False when there is nothing above.
    private static bool TryStart(StreamCollection stream, ReadOnlySpan<byte> after, out StreamId start)
    {
        start = stream.NewestId;
        if (after is [(byte)'+'])
            return true;
        if (after is [(byte)'$'])
            return false;
        StreamIds.Parse(after, out StreamId last);
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
