using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XGROUP CREATECONSUMER: adds a consumer to a group; replies whether it is new.</summary>
public readonly ref struct XGroupCreateConsumer : ICommand<XGroupCreateConsumer, IntegerReply>
{
    public static CommandInfo Info { get; } = new("xgroup|createconsumer", "key group consumer")
    {
        Arity = 5,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.Stream,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Creates a consumer of a group.",
        Complexity = "O(log(N)) in the number of consumers",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public required ReadOnlySpan<byte> Consumer { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XGroupCreateConsumer command)
    {
        command = new XGroupCreateConsumer
        {
            Key = arguments.NextKey(),
            Group = arguments.Next(),
            Consumer = arguments.Next(),
        };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = default;
        Error? error = StreamKeys.PeekGroupOf(
            context, Key, Group, out Record record, out _, out StreamGroup group);
        if (error is not null || !group.FindConsumer(Consumer).IsNull)
            return error;
        GroupConsumers.Create(context, Key, group, Consumer);
        context.Collections.Edited(Key, record);
        reply = new IntegerReply(1);
        return null;
    }

}
