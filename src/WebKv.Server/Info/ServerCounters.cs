using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Info;

/// <summary>
/// The counters of shards and connections since the start or the last CONFIG RESETSTAT. Nothing is set back: a reset
/// remembers what had been counted, so that counting stays free of coordination.
/// </summary>
internal sealed class ServerCounters(KvEngine engine, ClientRegistry clients)
{
    private Values _resetAt = new();

    public Values SinceReset
    {
        get
        {
            Values now = Total();
            Values then = Volatile.Read(ref _resetAt);
            return new Values
            {
                Hits = now.Hits - then.Hits,
                Misses = now.Misses - then.Misses,
                ExpiredKeys = now.ExpiredKeys - then.ExpiredKeys,
                ExpiredFields = now.ExpiredFields - then.ExpiredFields,
                Connections = now.Connections - then.Connections,
                RejectedConnections = now.RejectedConnections - then.RejectedConnections,
            };
        }
    }

    public void Reset() => Volatile.Write(ref _resetAt, Total());

    private Values Total() => new()
    {
        Hits = engine.Shards.Sum(shard => shard.Hits),
        Misses = engine.Shards.Sum(shard => shard.Misses),
        ExpiredKeys = engine.Shards.Sum(shard => shard.ExpiredKeys),
        ExpiredFields = engine.Shards.Sum(shard => shard.ExpiredFields),
        Connections = clients.Accepted,
        RejectedConnections = clients.Rejected,
    };

    public sealed record Values
    {
        public long Hits { get; init; }

        public long Misses { get; init; }

        public long ExpiredKeys { get; init; }

        public long ExpiredFields { get; init; }

        public long Connections { get; init; }

        public long RejectedConnections { get; init; }
    }
}
