using System.Numerics;
using WebKv.Engine.Eviction;
using WebKv.Engine.Notifications;

namespace WebKv.Engine;

/// <summary>What the engine can be told at its start.</summary>
public sealed record EngineOptions
{
    public const int ShardsMin = 1;
    public const int ShardsMax = 1024;
    public const int DatabasesMax = 256;

    /// <summary>Number of shards, a power of two; 0 chooses 16 per core between 32 and 1024.</summary>
    public int Shards { get; init; }

    /// <summary>Number of logical databases.</summary>
    public int Databases { get; init; } = 16;

    /// <summary>Bytes of data above which commands that need memory are refused; 0 for no limit.</summary>
    public long MemoryMax { get; init; }

    /// <summary>What goes when <see cref="MemoryMax"/> is reached.</summary>
    public EvictionPolicy Eviction { get; init; }

    /// <summary>Keys that each eviction chooses from, about.</summary>
    public int EvictionSamples { get; init; } = 16;

    /// <summary>Bytes of one queued transaction at most.</summary>
    public long TransactionBytesMax { get; init; } = 1L << 30;

    /// <summary>Whether the DEBUG commands may be used.</summary>
    public bool DebugEnabled { get; init; }

    /// <summary>Calls that may wait for their keys at the same time.</summary>
    public int WaitsMax { get; init; } = 100_000;

    /// <summary>Bytes of messages that may wait for one subscriber.</summary>
    public long SubscriberBytesMax { get; init; } = 32 * 1024 * 1024;

    /// <summary>Which keyspace events are told at the start (notify-keyspace-events).</summary>
    public KeyspaceEvents Notifications { get; init; }

    /// <summary>When collections are packed.</summary>
    public PackingLimits Packing { get; init; } = new();

    internal int ResolvedShards => Shards != 0 ? Shards : Math.Clamp(ShardsByCores, 32, ShardsMax);

    private static int ShardsByCores => (int)BitOperations.RoundUpToPowerOf2((uint)(16 * Environment.ProcessorCount));
}
