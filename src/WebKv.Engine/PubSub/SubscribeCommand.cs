using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.PubSub;

/// <summary>What SUBSCRIBE, PSUBSCRIBE and SSUBSCRIBE do: one confirmation per name, also for what the connection is
/// subscribed to already.</summary>
/// <remarks>
/// Not in a transaction: its replies are pushes, one per name, and EXEC has one reply per command. Messages that come
/// meanwhile wait until the connection has sent the confirmations.
/// </remarks>
public abstract class SubscribeCommand(CommandInfo info, SubscriptionKind kind) : SessionCommand(info)
{
    internal const CommandFlags AnyFlags = CommandFlags.Loading | CommandFlags.NeedsConnection | CommandFlags.NoMulti
        | CommandFlags.WhileSubscribed | CommandFlags.Pushes;

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        // What the connection has published before comes before.
        scope.Context.Outbox.Deliver();
        Subscriber subscriber = scope.Session!.OpenSubscriber(scope.Engine);
        while (arguments.HasNext)
        {
            ReadOnlySpan<byte> name = arguments.Next();
            scope.Engine.PubSub.Subscribe(subscriber, kind, name);
            PushReplies.Confirm(writer, Info.Name, name, PushReplies.CountShown(subscriber, kind));
        }
        return null;
    }
}
