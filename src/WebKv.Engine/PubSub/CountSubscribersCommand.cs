using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.PubSub;

/// <summary>What PUBSUB NUMSUB and PUBSUB SHARDNUMSUB do: each channel named with the number of its subscribers; those
/// of patterns do not count.</summary>
public abstract class CountSubscribersCommand(CommandInfo info, SubscriptionKind kind) : SessionCommand(info)
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        writer.BeginArray(arguments.Remaining * 2);
        while (arguments.HasNext)
        {
            ReadOnlySpan<byte> channel = arguments.Next();
            writer.Bulk(channel);
            writer.Integer(scope.Engine.PubSub.CountSubscribers(kind, channel));
        }
        return null;
    }
}
