using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>SUNSUBSCRIBE; see <see cref="UnsubscribeCommand"/>.</summary>
public sealed class SUnsubscribe() : UnsubscribeCommand(
    new CommandInfo("sunsubscribe", "[shardchannel [shardchannel ...]]")
    {
        Arity = -1,
        Flags = SubscribeCommand.AnyFlags,
        Group = CommandGroup.PubSub,
        Keys = KeySpec.All,
        Summary = "Ends subscriptions to sharded channels, or to all.",
        Complexity = "O(N) in the number of subscribers of what is left",
    },
    SubscriptionKind.ShardChannel);
