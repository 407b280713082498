using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XDEL: deletes entries by id; replies how many there were. The stream stays when it becomes empty.
/// </summary>
/// <remarks>Logged with the ids that existed.</remarks>
public readonly ref struct XDel : ICommand<XDel, IntegerReply>
{
    public static CommandInfo Info { get; } = new("xdel", "key id [id ...]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Stream,
        Keys = KeySpec.One,
        Summary = "Deletes entries of a stream.",
        Complexity = "O(log(N)) for each id",
    };

    public required Key Key { get; init; }

    public required ValueList Ids { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XDel command)
    {
        command = new XDel { Key = arguments.NextKey(), Ids = arguments.NextValues() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Peek(context, Key, out Record record, out StreamCollection? stream);
        if (error is not null || stream is null)
            return error;
        error = StreamIds.Check(Ids);
        if (error is not null)
            return error;
        int deleted = 0;
        for (int i = 0; i < Ids.Count; i++)
        {
            StreamId id = StreamIds.At(Ids, i);
            if (!stream.Delete(id))
                continue;
            deleted++;
            if (id > stream.MaxDeletedId)
                stream.MaxDeletedId = id;
            Log(context, id);
        }
        reply = new IntegerReply(deleted);
        if (deleted == 0)
            return null;
        context.Notify(KeyspaceEvents.Stream, "xdel"u8, Key);
        context.Collections.Edited(Key, record);
        return null;
    }

    private void Log(CommandContext context, StreamId id)
    {
        if (!context.BeginLog("XDEL"u8, 2))
            return;
        context.LogArgument(Key.Bytes);
        StreamEffects.LogId(context, id);
    }
}
