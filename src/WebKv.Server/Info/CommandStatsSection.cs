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
            if (row.Calls == 0)
                continue;
            double microseconds = row.Ticks * 1e6 / Stopwatch.Frequency;
            text.Add($"cmdstat_{entry.Info.Name}", string.Create(CultureInfo.InvariantCulture,
                $"calls={row.Calls},usec={(long)microseconds},usec_per_call={microseconds / row.Calls:F2},"
                + $"rejected_calls=0,failed_calls={row.Failed}"));
        }
    }
}
