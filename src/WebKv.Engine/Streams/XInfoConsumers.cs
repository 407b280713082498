using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>XINFO CONSUMERS: the consumers of a group, by name.</summary>
public readonly ref struct XInfoConsumers : ICommand<XInfoConsumers, ConsumerInfosReply>
{
    public static CommandInfo Info { get; } = new("xinfo|consumers", "key group")
    {
        Arity = 4,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Stream,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Lists the consumers of a group.",
        Complexity = "O(N) in the number of consumers",
    };

    public required Key Key { get; init; }

    public required ReadOnlySpan<byte> Group { get; init; }

    public static Error? Parse(ref ArgReader arguments, out XInfoConsumers command)
    {
        command = new XInfoConsumers { Key = arguments.NextKey(), Group = arguments.Next() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out ConsumerInfosReply reply)
    {
        reply = default;
        Error? error = StreamKeys.Find(context, Key, out StreamCollection? stream);
        if (error is not null || stream is null)
            return error ?? CommonErrors.NoSuchKey;
        StreamGroup group = stream.FindGroup(Group);
        if (group.IsNull)
            return StreamErrors.NoGroupOfKey(Key.Bytes, Group);
        var consumers = new ConsumerInfo[group.ConsumerCount];
        for (int i = 0; i < consumers.Length; i++)
            consumers[i] = ConsumerInfo.Of(group.ConsumerAt(i));
        reply = new ConsumerInfosReply(consumers, context.NowMs);
        return null;
    }
}
