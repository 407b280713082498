using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB NUMPAT: the number of different patterns that somebody is subscribed to.</summary>
public sealed class PubSubNumPat() : SessionCommand(new CommandInfo("pubsub|numpat", "")
{
    Arity = 2,
    Flags = CommandFlags.Loading,
    Group = CommandGroup.PubSub,
    Summary = "Counts the patterns that somebody is subscribed to.",
    Complexity = "O(1)",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        writer.Integer(scope.Engine.PubSub.PatternCount);
        return null;
    }
}
