using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB SHARDNUMSUB: how many are subscribed to each of some sharded channels by name.</summary>
public readonly struct PubSubShardNumSub : ICommand<PubSubShardNumSub, SubscriberCountsReply>
{
    public static CommandInfo Info { get; } = new("pubsub|shardnumsub", "[shardchannel [shardchannel ...]]")
    {
        Arity = -2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Counts the subscribers of sharded channels.",
        Complexity = "O(N) in the number of channels named",
    };

    public required IReadOnlyList<byte[]> Channels { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PubSubShardNumSub command)
    {
        var channels = new List<byte[]>(arguments.Remaining);
        while (arguments.HasNext)
            channels.Add(arguments.Next().ToArray());
        command = new PubSubShardNumSub { Channels = channels };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out SubscriberCountsReply reply)
    {
        reply = new SubscriberCountsReply(
            context.Engine.PubSub.CountSubscribers(SubscriptionKind.ShardChannel, Channels));
        return null;
    }
}
