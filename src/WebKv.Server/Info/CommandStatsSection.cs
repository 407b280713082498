using System.Diagnostics;
using System.Globalization;
using WebKv.Engine.Commands;

namespace WebKv.Server.Info;

internal sealed class CommandStatsSection : IInfoSection
{
    public string Name => "commandstats";

    public bool IsDefault => false;

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        foreach (CommandEntry entry in dispatcher.Table.Entries)
        {
            CommandStatistics.Row row = dispatcher.Statistics.Sum(entry.Index);
            if (row.Calls + row.Rejected == 0)
                continue;
            double perCall = row.Calls == 0 ? 0 : row.Ticks * 1e6 / Stopwatch.Frequency / row.Calls;
            text.Add($"cmdstat_{entry.Info.Name}", string.Create(CultureInfo.InvariantCulture,
                $"calls={row.Calls},usec={(long)(perCall * row.Calls)},usec_per_call={perCall:F2},"
                + $"rejected_calls={row.Rejected},failed_calls={row.Failed}"));
        }
    }
}
