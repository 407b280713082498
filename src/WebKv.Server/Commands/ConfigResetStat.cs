using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;
using WebKv.Server.Info;

namespace WebKv.Server.Commands;

/// <summary>CONFIG RESETSTAT: the counters of INFO start again from zero.</summary>
internal sealed class ConfigResetStat(ServerCounters counters, GcPauses pauses) : SessionCommand(new CommandInfo(
    "config|resetstat", "")
{
    Arity = 2,
    Flags = CommandFlags.Admin | CommandFlags.Loading,
    Group = CommandGroup.Server,
    Summary = "Sets the statistics of INFO back to zero.",
    Complexity = "O(N) in the number of commands",
})
{
    protected override Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer)
    {
        scope.Dispatcher.Statistics.Reset();
        counters.Reset();
        pauses.Reset();
        writer.Status("OK"u8);
        return null;
    }
}
