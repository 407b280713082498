using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>SUBSCRIBE; see <see cref="SubscribeCommand"/>.</summary>
public sealed class Subscribe() : SubscribeCommand(
    new CommandInfo("subscribe", "channel [channel ...]")
    {
        Arity = -2,
        Flags = AnyFlags,
        Group = CommandGroup.PubSub,
        Summary = "Receives the messages of channels.",
        Complexity = "O(N) in the number of channels",
    },
    SubscriptionKind.Channel);
