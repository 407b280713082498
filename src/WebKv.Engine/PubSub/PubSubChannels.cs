using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB CHANNELS; see <see cref="ListChannelsCommand"/>.</summary>
public sealed class PubSubChannels() : ListChannelsCommand(
    new CommandInfo("pubsub|channels", "[pattern]")
    {
        Arity = -2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Lists the channels that have subscribers.",
        Complexity = "O(N) in the number of channels",
    },
    SubscriptionKind.Channel);
