using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Transactions;

/// <summary>
/// Puts keys under WATCH and takes them off again.
/// </summary>
/// <remarks>
/// A key that is already expired when it is watched is removed first, so that its later disappearance is no change.
/// </remarks>
public static class Watcher
{
    public static void Watch(CommandContext context, TransactionState transaction, Key key)
    {
        WatchToken token = transaction.Watch ??= new WatchToken();
        Shard shard = context.Engine.ShardOf(key);
        shard.Enter();
        context.BeginUnit(context.Engine.NowMs);
        context.TryPeek(key, out _);
        (shard.Watches ??= new WatchTable()).Add(context.Database, key.Hash, token);
        token.Keys.Add(new WatchedKey(context.Database, key.Bytes.ToArray()));
        context.Engine.Commit(context);
        shard.Exit();
    }

    public static void UnwatchAll(KvEngine engine, TransactionState transaction)
    {
        if (transaction.TakeWatch() is { } token)
            Unwatch(engine, token);
    }

    /// <summary>Takes a watch off its keys.</summary>
    internal static void Unwatch(KvEngine engine, WatchToken token)
    {
        foreach (WatchedKey watched in token.Keys)
        {
            Key key = Key.Of(watched.Key);
            Shard shard = engine.ShardOf(key);
            shard.Enter();
            shard.Watches?.Remove(watched.Database, key.Hash, token);
            if (shard.Watches is { IsEmpty: true })
                shard.Watches = null;
            shard.Exit();
        }
    }

    internal static void DeclareKeys(WatchToken token, ref KeySet keys)
    {
        foreach (WatchedKey watched in token.Keys)
            keys.Add(Key.Of(watched.Key));
    }

    /// <summary>Under the locks of EXEC: whether anything changed, a key that has expired meanwhile included.
    /// </summary>
    internal static bool HasChanged(CommandContext context, WatchToken token)
    {
        int database = context.Database;
        foreach (WatchedKey watched in token.Keys)
        {
            context.Database = watched.Database;
            // Looking at an expired key removes it, which marks the token.
            context.TryPeek(Key.Of(watched.Key), out _);
        }
        context.Database = database;
        return token.Changed;
    }
}
