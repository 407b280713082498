using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>SSUBSCRIBE; see <see cref="SubscribeCommand"/>.</summary>
public sealed class SSubscribe() : SubscribeCommand(
    new CommandInfo("ssubscribe", "shardchannel [shardchannel ...]")
    {
        Arity = -2,
        Flags = AnyFlags,
        Group = CommandGroup.PubSub,
        Keys = KeySpec.All,
        Summary = "Receives the messages of sharded channels.",
        Complexity = "O(N) in the number of channels",
    },
    SubscriptionKind.ShardChannel);
