using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>PSUBSCRIBE; see <see cref="SubscribeCommand"/>.</summary>
public sealed class PSubscribe() : SubscribeCommand(
    new CommandInfo("psubscribe", "pattern [pattern ...]")
    {
        Arity = -2,
        Flags = AnyFlags,
        Group = CommandGroup.PubSub,
        Summary = "Receives the messages of all channels that match patterns.",
        Complexity = "O(N) in the number of patterns",
    },
    SubscriptionKind.Pattern);
