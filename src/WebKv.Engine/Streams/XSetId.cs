using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XSETID: sets what a stream knows of its past: the last id, the entries ever added, the highest id deleted.
/// </summary>
public readonly ref struct XSetId : ICommand<XSetId, OkReply>
{
    public static CommandInfo Info { get; } = new("xsetid",
        "key last-id [ENTRIESADDED entries-added] [MAXDELETEDID max-deleted-id]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom | CommandFlags.Fast,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Sets the last id of a stream and its counters.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required StreamId LastId { get; init; }

    public long? EntriesAdded { get; init; }

    public StreamId? MaxDeletedId { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XSetId command)
    {
        Key key = arguments.NextKey();
        Error? error = StreamIds.Parse(arguments.Next(), out StreamId lastId);
        long? entriesAdded = null;
        StreamId? maxDeletedId = null;
        while (error is null && arguments.HasNext)
        {
            if (arguments.Remaining < 2)
                error = CommonErrors.Syntax;
            else if (arguments.TryKeyword("ENTRIESADDED"u8))
            {
                error = arguments.NextInteger(out long added);
                entriesAdded = added;
                if (error is null && added < 0)
                    error = StreamErrors.EntriesAddedNegative;
            }
            else if (arguments.TryKeyword("MAXDELETEDID"u8))
            {
                error = StreamIds.Parse(arguments.Next(), out StreamId deleted);
                maxDeletedId = deleted;
                if (error is null && lastId < deleted)
                    error = StreamErrors.SetIdBelowDeleted;
            }
            else
                error = CommonErrors.Syntax;
        }
        command = new XSetId { Key = key, LastId = lastId, EntriesAdded = entriesAdded, MaxDeletedId = maxDeletedId };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        Error? error = StreamKeys.Peek(context, Key, out Record record, out StreamCollection? stream);
        if (error is not null)
            return error;
        if (stream is null)
            return CommonErrors.NoSuchKey;
        if (LastId < stream.NewestId)
            return StreamErrors.SetIdBelowNewest;
        if (EntriesAdded < stream.Count)
            return StreamErrors.EntriesAddedBelowLength;
        if (LastId < stream.MaxDeletedId)
            return StreamErrors.SetIdBelowOldDeleted;

        stream.LastId = LastId;
        stream.EntriesAdded = EntriesAdded ?? stream.EntriesAdded;
        if (MaxDeletedId is { } deleted && deleted != StreamId.Min)
            stream.MaxDeletedId = deleted;
        context.Notify(KeyspaceEvents.Stream, "xsetid"u8, Key);
        Log(context, stream);
        context.Collections.Edited(Key, record);
        return null;
    }

    private void Log(CommandContext context, StreamCollection stream)
    {
        if (!context.BeginLog("XSETID"u8, 6))
            return;
        context.LogArgument(Key.Bytes);
        StreamEffects.LogId(context, stream.LastId);
        context.LogArgument("ENTRIESADDED"u8);
        context.LogArgument(stream.EntriesAdded);
        context.LogArgument("MAXDELETEDID"u8);
        StreamEffects.LogId(context, stream.MaxDeletedId);
    }
}
