using WebKv.Engine.Commands;
using WebKv.Engine.Connection;
using WebKv.Engine.Replies;

namespace WebKv.Engine.PubSub;

/// <summary>The commands about messages, one line each.</summary>
public static class PubSubCommands
{
    public static void AddTo(CommandTable table) => table
        .Add<Publish, IntegerReply>()
        .Add(new Subscribe())
        .Add(new Unsubscribe())
        .Add(new PSubscribe())
        .Add(new PUnsubscribe())
        .Add<SPublish, IntegerReply>()
        .Add(new SSubscribe())
        .Add(new SUnsubscribe())
        .Add<PubSubChannels, ChannelsReply>()
        .Add<PubSubNumSub, SubscriberCountsReply>()
        .Add<PubSubNumPat, IntegerReply>()
        .Add<PubSubShardChannels, ChannelsReply>()
        .Add<PubSubShardNumSub, SubscriberCountsReply>()
        .Add(new ContainerHelp("pubsub", CommandGroup.PubSub));
}
