using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB SHARDCHANNELS; see <see cref="ListChannelsCommand"/>.</summary>
public sealed class PubSubShardChannels() : ListChannelsCommand(
    new CommandInfo("pubsub|shardchannels", "[pattern]")
    {
        Arity = -2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Lists the sharded channels that have subscribers.",
        Complexity = "O(N) in the number of channels",
    },
    SubscriptionKind.ShardChannel);
