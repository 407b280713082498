using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.PubSub;

/// <summary>What UNSUBSCRIBE, PUNSUBSCRIBE and SUNSUBSCRIBE do: end the subscriptions named, or all of the kind; one
/// confirmation each, or one that names nothing.</summary>
/// <remarks>After a confirmation there is no message of that subscription: those that came before are written first.
/// </remarks>
public abstract class UnsubscribeCommand(CommandInfo info, SubscriptionKind kind) : SessionCommand(info)
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        scope.Context.Outbox.Deliver();
        Subscriber? subscriber = scope.Session!.Subscriber;
        if (arguments.HasNext)
        {
            while (arguments.HasNext)
                End(scope, subscriber, arguments.Next(), writer);
            return null;
        }
        byte[][] names = [.. subscriber?.NamesOf(kind) ?? []];
        foreach (byte[] name in names)
            End(scope, subscriber, name, writer);
        if (names.Length == 0)
            PushReplies.ConfirmNothing(writer, Info.Name, PushReplies.CountShown(subscriber, kind));
        return null;
    }

    private void End(CommandScope scope, Subscriber? subscriber, ReadOnlySpan<byte> name, IReplyWriter writer)
    {
        if (subscriber is not null && scope.Engine.PubSub.Unsubscribe(subscriber, kind, name))
            PushReplies.WritePending(subscriber, writer);
        PushReplies.Confirm(writer, Info.Name, name, PushReplies.CountShown(subscriber, kind));
    }
}
