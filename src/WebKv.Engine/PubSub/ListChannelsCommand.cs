using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.PubSub;

/// <summary>What PUBSUB CHANNELS and PUBSUB SHARDCHANNELS do: the names of channels that have subscribers.</summary>
public abstract class ListChannelsCommand(CommandInfo info, SubscriptionKind kind) : SessionCommand(info)
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (arguments.Remaining > 1)
            return CommonErrors.UnknownSubcommand(arguments.Line[1], "pubsub");
        List<byte[]> names = scope.Engine.PubSub.ListChannels(kind);
        if (arguments.HasNext)
        {
            byte[] pattern = arguments.Next().ToArray();
            names.RemoveAll(name => !GlobPattern.Matches(pattern, name));
        }
        writer.BeginArray(names.Count);
        foreach (byte[] name in names)
            writer.Bulk(name);
        return null;
    }
}
