using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB NUMSUB: how many are subscribed to each of some channels by name.</summary>
public readonly struct PubSubNumSub : ICommand<PubSubNumSub, SubscriberCountsReply>
{
    public static CommandInfo Info { get; } = new("pubsub|numsub", "[channel [channel ...]]")
    {
        Arity = -2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Counts the subscribers of channels.",
        Complexity = "O(N) in the number of channels named",
    };

    public required IReadOnlyList<byte[]> Channels { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PubSubNumSub command)
    {
        var channels = new List<byte[]>(arguments.Remaining);
        while (arguments.HasNext)
            channels.Add(arguments.Next().ToArray());
        command = new PubSubNumSub { Channels = channels };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out SubscriberCountsReply reply)
    {
        reply = new SubscriberCountsReply(
            context.Engine.PubSub.CountSubscribers(SubscriptionKind.Channel, Channels));
        return null;
    }
}
