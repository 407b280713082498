using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB NUMSUB; see <see cref="CountSubscribersCommand"/>.</summary>
public sealed class PubSubNumSub() : CountSubscribersCommand(
    new CommandInfo("pubsub|numsub", "[channel [channel ...]]")
    {
        Arity = -2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Counts the subscribers of channels.",
        Complexity = "O(N) in the number of channels named",
    },
    SubscriptionKind.Channel);
