using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB CHANNELS: the channels that somebody is subscribed to by name.</summary>
public readonly ref struct PubSubChannels : ICommand<PubSubChannels, ChannelsReply>
{
    public static CommandInfo Info { get; } = new("pubsub|channels", "[pattern]")
    {
        Arity = -2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Lists the channels that have subscribers.",
        Complexity = "O(N) in the number of channels",
    };

    public ChannelPattern Pattern { get; init; }

    public static Error? Parse(ref ArgReader arguments, out PubSubChannels command)
    {
        Error? error = ChannelPattern.Parse(ref arguments, out ChannelPattern pattern);
        command = new PubSubChannels { Pattern = pattern };
        return error;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out ChannelsReply reply)
    {
        reply = new ChannelsReply(context.Engine.PubSub.ListChannels(SubscriptionKind.Channel, Pattern));
        return null;
    }
}
