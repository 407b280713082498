using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB SHARDNUMSUB; see <see cref="CountSubscribersCommand"/>.</summary>
public sealed class PubSubShardNumSub() : CountSubscribersCommand(
    new CommandInfo("pubsub|shardnumsub", "[shardchannel [shardchannel ...]]")
    {
        Arity = -2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Counts the subscribers of sharded channels.",
        Complexity = "O(N) in the number of channels named",
    },
    SubscriptionKind.ShardChannel);
