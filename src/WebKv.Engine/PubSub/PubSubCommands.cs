using WebKv.Engine.Commands;
using WebKv.Engine.Connection;

namespace WebKv.Engine.PubSub;

/// <summary>The commands about messages, one line each.</summary>
public static class PubSubCommands
{
    public static void AddTo(CommandTable table) => table
        .Add(new Publish())
        .Add(new Subscribe())
        .Add(new Unsubscribe())
        .Add(new PSubscribe())
        .Add(new PUnsubscribe())
        .Add(new SPublish())
        .Add(new SSubscribe())
        .Add(new SUnsubscribe())
        .Add(new PubSubChannels())
        .Add(new PubSubNumSub())
        .Add(new PubSubNumPat())
        .Add(new PubSubShardChannels())
        .Add(new PubSubShardNumSub())
        .Add(new ContainerHelp("pubsub", CommandGroup.PubSub));
}
