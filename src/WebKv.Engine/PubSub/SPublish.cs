using WebKv.Engine.Commands;

namespace WebKv.Engine.PubSub;

/// <summary>SPUBLISH; see <see cref="PublishCommand"/>.</summary>
public sealed class SPublish() : PublishCommand(
    new CommandInfo("spublish", "shardchannel message")
    {
        Arity = 3,
        Flags = CommandFlags.Fast | CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Sends a message to the subscribers of a sharded channel.",
        Complexity = "O(N) in the number of subscribers",
    },
    SubscriptionKind.ShardChannel);
