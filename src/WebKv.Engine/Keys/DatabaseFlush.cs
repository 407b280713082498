using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Transactions;

namespace WebKv.Engine.Keys;

/// <summary>
/// Empties databases: what FLUSHDB and FLUSHALL share.
/// </summary>
/// <remarks>
/// The tables are taken away under the locks, which is a pointer per shard, and freed later in slices by the
/// <see cref="LazyFreeQueue"/>; with SYNC the caller does that itself before its reply.
/// </remarks>
internal static class DatabaseFlush
{
    /// <summary>Reads ASYNC or SYNC; without either nobody waits.</summary>
    public static Error? ParseMode(ref ArgReader arguments, out bool waits)
    {
        waits = arguments.TryKeyword("SYNC"u8);
        if (!waits)
            arguments.TryKeyword("ASYNC"u8);
        return arguments.HasNext ? CommonErrors.Syntax : null;
    }

    /// <summary>Takes a database's tables away; all shards are locked.</summary>
    public static void Detach(CommandContext context, int database)
    {
        WatchedKeys.TouchExisting(context, database, database);
        foreach (Shard shard in context.Engine.Shards)
            if (shard.DetachTable(database) is { } table)
                context.Detached.Add((shard, table));
        context.SignalAllChanged(database);
    }
}
