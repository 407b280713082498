using WebKv.Engine.Commands;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Execution;

/// <summary>
/// Tells, before a command of the kind that walks whole values is executed, whether it will take long.
/// </summary>
/// <remarks>
/// The idea: such a command is slow only when one of its values is big, and most are not; the thread of many
/// connections may then execute it at once, which saves two thread switches. A look takes the lock of each key's shard
/// for a moment. What it finds may be different when the command runs: it is a guess about time, not a promise.
/// </remarks>
public static class LongWork
{
    /// <summary>A walk over this many elements takes some ten microseconds.</summary>
    public const int ElementsMax = 512;

    /// <summary>So does one over this many bytes.</summary>
    public const int BytesMax = 64 * 1024;

    private const int KeysMax = 4;

    /// <summary>Whether a command that is marked <see cref="CommandFlags.Slow"/> has much to do.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="database">The database of its keys.</param>
    /// <param name="info">The command.</param>
    /// <param name="line">Its line, name and all.</param>
    public static bool IsLikely(KvEngine engine, int database, CommandInfo info, ArgList line)
    {
        KeySpec spec = info.Keys;
        // What has no keys is about all of them, or about all clients.
        if (spec.First == 0)
            return true;
        int last = spec.LastIn(line);
        if (last - spec.First >= KeysMax * spec.Step)
            return true;
        for (int i = spec.First; i <= last; i += spec.Step)
            if (IsBig(engine, database, Key.Of(line[i])))
                return true;
        return false;
    }

    private static bool IsBig(KvEngine engine, int database, Key key)
    {
        Shard shard = engine.ShardOf(key);
        shard.Enter();
        try
        {
            RecordTable? table = shard.TableOrNull(database);
            if (table is null || !table.TryFind(key.Bytes, key.Hash, out Record record))
                return false;
            if (record.Encoding != RecordEncoding.Collection)
                return !record.Blob.IsNull && record.Blob.Length > BytesMax;
            Collection collection = table.CollectionOf(record);
            return collection.Count > ElementsMax || collection.MemoryBytes > BytesMax;
        }
        finally
        {
            shard.Exit();
        }
    }
}
