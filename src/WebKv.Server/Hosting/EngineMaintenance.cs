using WebKv.Engine.Commands;
using WebKv.Server.Info;

namespace WebKv.Server.Hosting;

/// <summary>
/// The engine's housekeeping, ten times a second: frees what was flushed and samples the load for INFO. It uses a
/// bounded share of one core.
/// </summary>
internal sealed class EngineMaintenance(CommandDispatcher dispatcher, UsageSampler usage) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan FreeBudget = TimeSpan.FromMilliseconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            dispatcher.Engine.Frees.Run(FreeBudget);
            usage.Sample(dispatcher.Statistics.TotalCalls, dispatcher.Engine);
        }
    }
}
