using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB SHARDCHANNELS: the sharded channels that somebody is subscribed to by name.</summary>
public readonly ref struct PubSubShardChannels : ICommand<PubSubShardChannels, ChannelsReply>
{
    public static CommandInfo Info { get; } = new("pubsub|shardchannels", "[pattern]")
    {
        Arity = -2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Lists the sharded channels that have subscribers.",
        Complexity = "O(N) in the number of channels",
    };

    public ChannelPattern Pattern { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PubSubShardChannels command)
    {
        Error? error = ChannelPattern.Parse(ref arguments, out ChannelPattern pattern);
        command = new PubSubShardChannels { Pattern = pattern };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out ChannelsReply reply)
    {
        reply = new ChannelsReply(context.Engine.PubSub.ListChannels(SubscriptionKind.ShardChannel, Pattern));
        return null;
    }
}
