using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XGROUP CREATE: adds a group to a stream.</summary>
public readonly ref struct XGroupCreate : ICommand<XGroupCreate, OkReply>
{
    public static CommandInfo Info { get; } = new("xgroup|create",
        "key group <id | $> [MKSTREAM] [ENTRIESREAD entries-read]")
    {
        Arity = -5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.Stream,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Creates a group of consumers.",
        Complexity = "O(log(N)) in the number of groups",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    /// <summary>Where the group begins to read, and what it knows of it.</summary>
    public required GroupPosition Position { get; init; }

    /// <summary>MKSTREAM: a key that does not exist becomes an empty stream.</summary>
    public bool MakeStream { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XGroupCreate command)
    {
        command = default;
        Key key = arguments.NextKey();
        ReadOnlySpan<byte> group = arguments.Next();
        Error? error = GroupPosition.Parse(ref arguments, Info, out GroupPosition position, out bool makeStream);
        command = new XGroupCreate { Key = key, Group = group, Position = position, MakeStream = makeStream };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        Error? error = StreamKeys.Peek(context, Key, out Record record, out StreamCollection? stream);
        if (error is not null)
            return error;
        if (stream is null && !MakeStream)
            return StreamErrors.GroupNeedsKey;
        if (stream is not null && !stream.FindGroup(Group).IsNull)
            return StreamErrors.GroupExists;
        if (stream is null)
            record = StreamKeys.Create(context, Key, out stream);
        StreamGroup group = stream.AddGroup(Group, Position.Id ?? stream.LastId, Position.EntriesRead);
        context.Notify(KeyspaceEvents.Stream, "xgroup-create"u8, Key);
        Log(context, group);
        context.Collections.Edited(Key, record);
        return null;
    }

    private void Log(CommandContext context, StreamGroup group)
    {
        if (!context.BeginLog("XGROUP"u8, 7))
            return;
        context.LogArgument("CREATE"u8);
        context.LogArgument(Key.Bytes);
        context.LogArgument(Group);
        StreamEffects.LogId(context, group.LastId);
        context.LogArgument("MKSTREAM"u8);
        context.LogArgument("ENTRIESREAD"u8);
        context.LogArgument(group.EntriesRead);
    }
}
