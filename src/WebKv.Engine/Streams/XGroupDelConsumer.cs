using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XGROUP DELCONSUMER: removes a consumer from a group; replies how much it had pending.</summary>
public readonly ref struct XGroupDelConsumer : ICommand<XGroupDelConsumer, ConsumerRemovedReply>
{
    public static CommandInfo Info { get; } = new("xgroup|delconsumer", "key group consumer")
    {
        Arity = 5,
        Flags = CommandFlags.Write,
        Group = CommandGroup.Stream,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Deletes a consumer with all that it has pending.",
        Complexity = "O(N) in the number of entries it has pending",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public required ReadOnlySpan<byte> Consumer { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XGroupDelConsumer command)
    {
        command = new XGroupDelConsumer
        {
            Key = arguments.NextKey(),
            Group = arguments.Next(),
            Consumer = arguments.Next(),
        };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ConsumerRemovedReply reply)
    {
        reply = default;
        Error? error = StreamKeys.PeekGroupOf(
            context, Key, Group, out Record record, out _, out StreamGroup group);
        if (error is not null)
            return error;
        long pending = group.RemoveConsumer(Consumer);
        if (pending < 0)
            return null;
        context.Notify(KeyspaceEvents.Stream, "xgroup-delconsumer"u8, Key);
        Log(context);
        context.Collections.Edited(Key, record);
        reply = new ConsumerRemovedReply(existed: true, pending);
        return null;
    }


    private void Log(CommandContext context)
    {
        if (!context.BeginLog("XGROUP"u8, 4))
            return;
        context.LogArgument("DELCONSUMER"u8);
        context.LogArgument(Key.Bytes);
        context.LogArgument(Group);
        context.LogArgument(Consumer);
    }
}
