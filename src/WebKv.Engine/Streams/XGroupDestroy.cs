using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XGROUP DESTROY: removes a group from a stream.</summary>
public readonly ref struct XGroupDestroy : ICommand<XGroupDestroy, IntegerReply>
{
    public static CommandInfo Info { get; } = new("xgroup|destroy", "key group")
    {
        Arity = 4,
        Flags = CommandFlags.Write,
        Group = CommandGroup.Stream,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Deletes a group of consumers with all that it has pending.",
        Complexity = "O(N) in the number of entries pending",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XGroupDestroy command)
    {
        command = new XGroupDestroy { Key = arguments.NextKey(), Group = arguments.Next() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Peek(context, Key, out Record record, out StreamCollection? stream);
        if (error is not null)
            return error;
        if (stream is null)
            return StreamErrors.GroupNeedsKey;
        if (!stream.RemoveGroup(Group))
            return null;
        context.Notify(KeyspaceEvents.Stream, "xgroup-destroy"u8, Key);
        Log(context);
        context.Collections.Edited(Key, record);
        reply = new IntegerReply(1);
        return null;
    }


    private void Log(CommandContext context)
    {
        if (!context.BeginLog("XGROUP"u8, 3))
            return;
        context.LogArgument("DESTROY"u8);
        context.LogArgument(Key.Bytes);
        context.LogArgument(Group);
    }
}
