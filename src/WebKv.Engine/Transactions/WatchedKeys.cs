using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Transactions;

/// <summary>Tells those who WATCH keys of a whole database that it was emptied or swapped; all shards are locked.
/// </summary>
internal static class WatchedKeys
{
    /// <summary>
    /// Marks the watchers of keys of two databases that exist in either: for others nothing changes when the two are
    /// swapped, or emptied if both are the same.
    /// </summary>
    /// <remarks>Looking at an expired key removes it and marks its own watchers, so that a key that expired before it
    /// was swapped does not come back as a change later.</remarks>
    public static void TouchExisting(CommandContext context, int first, int second)
    {
        foreach (Shard shard in context.Engine.Shards)
        {
            if (shard.Watches is not { } watches)
                continue;
            watches.TouchWhere(first, ExistsInEither);
            if (second != first)
                watches.TouchWhere(second, ExistsInEither);
        }

        bool ExistsInEither(WatchedKey watched)
        {
            Key key = Key.Of(watched.Key);
            // Both are looked at, whatever the first says: both drop what has expired.
            return context.ExistsIn(first, key) | context.ExistsIn(second, key);
        }
    }
}
