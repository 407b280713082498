using WebKv.Engine.Commands;
using WebKv.Engine.Keys;
using WebKv.Server.Info;

namespace WebKv.Server.Hosting;

/// <summary>
/// The engine's housekeeping, ten times a second: removes expired keys, frees what was flushed, evicts, samples the
/// load for INFO. It uses at most half of one core.
/// </summary>
internal sealed class EngineMaintenance(
    CommandDispatcher dispatcher, ExpirySweeper sweeper, UsageSampler usage) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SweepBudget = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan EvictBudget = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan FreeBudget = TimeSpan.FromMilliseconds(25);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            sweeper.RunCycle(SweepBudget);
            dispatcher.Engine.Frees.Run(FreeBudget);
            dispatcher.Engine.Evictor.RunCycle(EvictBudget);
            usage.Sample(dispatcher.Statistics.TotalCalls, dispatcher.Engine);
        }
    }
}
