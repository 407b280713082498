using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.PubSub;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Connection;

/// <summary>RESET: makes the connection as it was when it opened; what the client said about its library stays.
/// </summary>
public sealed class Reset(Authenticator authenticator) : SessionCommand(new CommandInfo("reset", "")
{
    Arity = 1,
    Flags = CommandFlags.Fast | CommandFlags.Loading | CommandFlags.NoAuth | CommandFlags.RunsInMulti
        | CommandFlags.NeedsConnection | CommandFlags.WhileSubscribed,
    Group = CommandGroup.Connection,
    Summary = "Makes the connection as it was when it opened.",
    Complexity = "O(1), or O(N) in queued commands, watched keys and subscriptions",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        ClientSession session = scope.Session!;
        session.Transaction.Abandon(scope.Engine);
        if (session.Subscriber is { } subscriber)
        {
            scope.Context.Outbox.Deliver();
            scope.Engine.PubSub.UnsubscribeAll(subscriber);
            PushReplies.WritePending(subscriber, writer);
        }
        session.IsAuthenticated = !authenticator.IsRequired;
        session.Name = "";
        session.Protocol = 2;
        session.NoEvict = false;
        session.NoTouch = scope.Context.LeavesAccess = false;
        session.Replies = ReplyMode.On;
        scope.Database = 0;
        writer.Status("RESET"u8);
        return null;
    }
}
