using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

internal sealed class ErrorStatsSection : IInfoSection
{
    public string Name => "errorstats";

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        foreach ((string code, long count) in dispatcher.Statistics.Errors.OrderBy(error => error.Key))
            text.Add($"errorstat_{code}", $"count={count}");
    }
}
