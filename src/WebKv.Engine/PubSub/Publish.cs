using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>PUBLISH; see <see cref="PublishCommand"/>.</summary>
public sealed class Publish() : PublishCommand(
    new CommandInfo("publish", "channel message")
    {
        Arity = 3,
        Flags = CommandFlags.Fast | CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Sends a message to the subscribers of a channel.",
        Complexity = "O(N + M) in the numbers of the subscribers and of all patterns",
    },
    SubscriptionKind.Channel);
