using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.PubSub;

/// <summary>PUBLISH: sends a message to all who are subscribed to its channel; replies with how many they are.
/// </summary>
/// <remarks>A message is no data: it is not journalled, and who is not subscribed at the moment never gets it.
/// </remarks>
public readonly ref struct Publish : ICommand<Publish, IntegerReply>
{
    public static CommandInfo Info { get; } = new("publish", "channel message")
    {
        Arity = 3,
        Flags = CommandFlags.Fast | CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Sends a message to the subscribers of a channel.",
        Complexity = "O(N + M) in the numbers of the subscribers and of all patterns",
    };

    public required ReadOnlySpan<byte> Channel { get; init; }

    public required Value Message { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Publish command)
    {
        command = new Publish { Channel = arguments.Next(), Message = arguments.NextValue() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        PubSubBroker broker = context.Engine.PubSub;
        reply = new IntegerReply(
            broker.Publish(SubscriptionKind.Channel, Channel, Message, context.Outbox));
        return null;
    }
}
