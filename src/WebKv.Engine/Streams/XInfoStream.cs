using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XINFO STREAM: what a stream knows of itself; FULL adds entries, groups and what is pending.</summary>
public readonly ref struct XInfoStream : ICommand<XInfoStream, StreamInfoReply>
{
    public static CommandInfo Info { get; } = new("xinfo|stream", "key [FULL [COUNT count]]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Stream,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Returns information about a stream.",
        Complexity = "O(1); FULL O(N) in what it returns",
    };

    public required Key Key { get; init; }

    /// <summary>FULL: how many entries and pending ones are told of each list, 0 for all; null for the short form.
    /// </summary>
    public long? FullCount { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XInfoStream command)
    {
        const long CountDefault = 10;
        Key key = arguments.NextKey();
        long? fullCount = null;
        Error? error = null;
        if (arguments.TryKeyword("FULL"u8))
        {
            fullCount = CountDefault;
            if (arguments.Remaining == 2 && arguments.TryKeyword("COUNT"u8))
            {
                error = arguments.NextInteger(out long count);
                fullCount = count < 0 ? CountDefault : count;
            }
        }
        command = new XInfoStream { Key = key, FullCount = fullCount };
        return arguments.HasNext ? StreamErrors.SubcommandSyntax(Info) : error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out StreamInfoReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Find(context, Key, out StreamCollection? stream);
        if (error is not null || stream is null)
            return error ?? CommonErrors.NoSuchKey;
        reply = new StreamInfoReply
        {
            Length = stream.Count,
            Chunks = stream.ChunkCount,
            LastId = stream.LastId,
            MaxDeletedId = stream.MaxDeletedId,
            EntriesAdded = stream.EntriesAdded,
            FirstId = stream.FirstId,
            GroupCount = stream.GroupCount,
            First = Edge(context, stream, backward: false),
            Last = Edge(context, stream, backward: true),
            Full = FullCount is { } count ? StreamDetails.Of(context, stream, count) : null,
        };
        return null;
    }

    private static EntryReply? Edge(CommandContext context, StreamCollection stream, bool backward)
    {
        EntriesReply edge = EntriesReply.Copy(
            context.Replies, stream.Range(StreamId.Min, StreamId.Max, backward), countMax: 1);
        return edge.Count == 0 ? null : edge.First;
    }
}
