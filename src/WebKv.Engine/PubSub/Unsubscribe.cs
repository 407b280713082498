using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>UNSUBSCRIBE; see <see cref="UnsubscribeCommand"/>.</summary>
public sealed class Unsubscribe() : UnsubscribeCommand(
    new CommandInfo("unsubscribe", "[channel [channel ...]]")
    {
        Arity = -1,
        Flags = SubscribeCommand.AnyFlags,
        Group = CommandGroup.PubSub,
        Summary = "Ends subscriptions to channels, or to all.",
        Complexity = "O(N) in the number of subscribers of what is left",
    },
    SubscriptionKind.Channel);
