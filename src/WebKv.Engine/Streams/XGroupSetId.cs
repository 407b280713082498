using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XGROUP SETID: sets where a group reads on.</summary>
public readonly ref struct XGroupSetId : ICommand<XGroupSetId, OkReply>
{
    public static CommandInfo Info { get; } = new("xgroup|setid", "key group <id | $> [ENTRIESREAD entries-read]")
    {
        Arity = -5,
        Flags = CommandFlags.Write,
        Group = CommandGroup.Stream,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Sets the last id that a group of consumers was given.",
        Complexity = "O(log(N)) in the number of groups",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public required GroupPosition Position { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XGroupSetId command)
    {
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> group = arguments.Next();
        Error? error = GroupPosition.Parse(ref arguments, Info, out GroupPosition position, out _);
        command = new XGroupSetId { Key = key, Group = group, Position = position };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        Error? error = StreamKeys.PeekGroupOf(
            context, Key, Group, out Record record, out StreamCollection? stream, out StreamGroup group);
        if (error is not null)
            return error;
        group.LastId = Position.Id ?? stream!.LastId;
        group.EntriesRead = Position.EntriesRead;
        context.Notify(KeyspaceEvents.Stream, "xgroup-setid"u8, Key);
        StreamEffects.LogPosition(context, Key, group);
        context.Collections.Edited(Key, record);
        return null;
    }
}
