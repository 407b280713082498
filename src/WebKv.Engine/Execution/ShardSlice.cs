using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Execution;

/// <summary>
/// One shard, locked for a slice of a walk over the keyspace.
/// </summary>
/// <remarks>
/// Most commands name their keys and the executor locks them. One that may meet any key (SCAN, KEYS, RANDOMKEY) would
/// stop everybody if it held all shards, so it carries <see cref="Commands.CommandFlags.AllKeys"/>, declares no key
/// and takes shards by itself: one at a time, for a bounded slice. It never holds two, so there is no order to keep.
/// What it removes in a slice it journals at once by <see cref="CommandContext.CommitApart"/>.
/// Where atomicity is asked for (a transaction, preconditions) the executor holds all shards already; a slice then
/// locks nothing, and the removals join the unit.
/// </remarks>
internal readonly ref struct ShardSlice
{
    private readonly Shard? _entered;

    public ShardSlice(CommandContext context, Shard shard)
    {
        if (context.HoldsAllShards)
            return;
        shard.Enter();
        _entered = shard;
    }

    public void Dispose() => _entered?.Exit();
}
