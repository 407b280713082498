using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Introspection;

/// <summary>
/// DEBUG SLEEP: replies late, for tests of clients. Unlike Redis it delays only the connection that asked; nobody
/// else waits and no thread does.
/// </summary>
public sealed class DebugSleep() : SessionCommand(new CommandInfo("debug|sleep", "seconds")
{
    Arity = 3,
    Flags = CommandFlags.Admin | CommandFlags.Loading | CommandFlags.NeedsConnection,
    Group = CommandGroup.Server,
    Summary = "Delays the reply by up to 60 seconds.",
    Complexity = "O(1)",
})
{
    private const double SecondsMax = 60;

    private static readonly Error OutOfRange =
        new(ErrorCode.InvalidArgument, "ERR the seconds of DEBUG SLEEP must be between 0 and 60");

    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        if (!scope.Engine.Options.DebugEnabled)
            return DebugErrors.NotAllowed;
        if (arguments.NextFloat(out double seconds) is { } error)
            return error;
        if (seconds is < 0 or > SecondsMax)
            return OutOfRange;
        scope.Session!.ReplyDelay += TimeSpan.FromSeconds(seconds);
        writer.Status("OK"u8);
        return null;
    }
}
