using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>PUNSUBSCRIBE; see <see cref="UnsubscribeCommand"/>.</summary>
public sealed class PUnsubscribe() : UnsubscribeCommand(
    new CommandInfo("punsubscribe", "[pattern [pattern ...]]")
    {
        Arity = -1,
        Flags = SubscribeCommand.AnyFlags,
        Group = CommandGroup.PubSub,
        Summary = "Ends subscriptions to patterns, or to all.",
        Complexity = "O(N) in the number of subscribers of what is left",
    },
    SubscriptionKind.Pattern);
