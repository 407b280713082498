using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.PubSub;

/// <summary>PUBSUB NUMPAT: the number of different patterns that somebody is subscribed to.</summary>
public readonly struct PubSubNumPat : ICommand<PubSubNumPat, IntegerReply>
{
    public static CommandInfo Info { get; } = new("pubsub|numpat", "")
    {
        Arity = 2,
        Flags = CommandFlags.Loading,
        Group = CommandGroup.PubSub,
        Summary = "Counts the patterns that somebody is subscribed to.",
        Complexity = "O(1)",
    };

    public static Error? Parse(ref ArgReader arguments, out PubSubNumPat command)
    {
        command = default;
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(context.Engine.PubSub.PatternCount);
        return null;
    }
}
