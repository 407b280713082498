using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.PubSub;

/// <summary>What PUBLISH and SPUBLISH do: they reply with the number of receivers. Works on all doors.</summary>
/// <remarks>A message is no data: it is not journalled, and who is not subscribed at the moment never gets it.
/// </remarks>
public abstract class PublishCommand(CommandInfo info, SubscriptionKind kind) : SessionCommand(info)
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        ReadOnlySpan<byte> channel = arguments.Next();
        Value payload = arguments.NextValue();
        writer.Integer(scope.Engine.PubSub.Publish(kind, channel, payload, scope.Context.Wakes));
        return null;
    }
}
