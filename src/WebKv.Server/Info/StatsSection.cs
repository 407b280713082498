using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.PubSub;

namespace WebKv.Server.Info;

internal sealed class StatsSection(KvEngine engine, ServerCounters counters, UsageSampler usage) : IInfoSection
{
    public string Name => "stats";

    public void Write(InfoText text, CommandDispatcher dispatcher)
    {
        ServerCounters.Values counted = counters.SinceReset;
        text.Add("total_connections_received", counted.Connections)
            .Add("total_commands_processed", dispatcher.Statistics.TotalCalls)
            .Add("instantaneous_ops_per_sec", usage.CommandsPerSecond)
            .Add("rejected_connections", counted.RejectedConnections)
            .Add("sync_full", 0)
            .Add("sync_partial_ok", 0)
            .Add("sync_partial_err", 0)
            .Add("expired_keys", counted.ExpiredKeys)
            .Add("expired_subkeys", counted.ExpiredFields)
            .Add("evicted_keys", dispatcher.Engine.Evictor.Evicted)
            .Add("keyspace_hits", counted.Hits)
            .Add("keyspace_misses", counted.Misses)
            .Add("pubsub_channels", engine.PubSub.CountChannels(SubscriptionKind.Channel))
            .Add("pubsub_patterns", engine.PubSub.PatternCount)
            .Add("pubsubshard_channels", engine.PubSub.CountChannels(SubscriptionKind.ShardChannel))
            .Add("latest_fork_usec", 0)
            .Add("unexpected_error_replies", 0)
            .Add("total_error_replies", dispatcher.Statistics.Errors.Values.Sum());
    }
}
