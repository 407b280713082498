using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.PubSub;

/// <summary>SPUBLISH: a <see cref="Publish"/> to a sharded channel.</summary>
public readonly ref struct SPublish : ICommand<SPublish, IntegerReply>
{
    public static CommandInfo Info { get; } = new("spublish", "shardchannel message")
    {
        Arity = 3,
        Flags = CommandFlags.Fast | CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Keys = KeySpec.One,
        Summary = "Sends a message to the subscribers of a sharded channel.",
        Complexity = "O(N) in the number of subscribers",
    };

    public required ReadOnlySpan<byte> Channel { get; init; }

    public required Value Message { get; init; }

    public static Error? Parse(ref ArgReader arguments, out SPublish command)
    {
        command = new SPublish { Channel = arguments.Next(), Message = arguments.NextValue() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        PubSubBroker broker = context.Engine.PubSub;
        reply = new IntegerReply(
            broker.Publish(SubscriptionKind.ShardChannel, Channel, Message, context.Outbox));
        return null;
    }
}
