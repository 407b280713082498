using System.Buffers.Binary;
using System.IO.Hashing;
using WebKv.Engine.Execution;
using WebKv.Memory;

namespace WebKv.Engine.Keyspace;

/// <summary>
/// A fingerprint of everything that an engine holds: two engines with equal digests hold equal data.
/// </summary>
/// <remarks>
/// The idea: each record gives a 128-bit XxHash3 of its database, type, expiry, key and value, and these are added
/// up. A sum knows no order, so neither shards nor index layout nor the seed of the hashes matter; and unlike XOR it
/// does not let equal terms cancel. How a value is encoded, when it was read and expired keys' fate are no part of it:
/// a key that is expired counts as long as it is there.
/// Cost: one pass over all bytes, under the locks of all shards or of one shard at a time: a tool for tests and
/// debugging.
/// </remarks>
public static class KeyspaceDigest
{
    private const int HeadBytes = 24;

    /// <summary>Takes the locks itself, one after the other: the picture of one moment only while nobody writes.
    /// </summary>
    public static UInt128 Of(KvEngine engine)
    {
        var adder = new Adder(new XxHash128());
        foreach (Shard shard in engine.Shards)
        {
            shard.Enter();
            try
            {
                AddShard(engine, shard, ref adder);
            }
            finally
            {
                shard.Exit();
            }
        }
        return adder.Sum;
    }

    /// <summary>The same for who holds the locks of all shards.</summary>
    internal static UInt128 OfLocked(KvEngine engine)
    {
        var adder = new Adder(new XxHash128());
        foreach (Shard shard in engine.Shards)
            AddShard(engine, shard, ref adder);
        return adder.Sum;
    }

    /// <summary>The fingerprint of a value and its expiry, whatever its key.</summary>
    internal static UInt128 OfValue(RecordTable table, Record record) =>
        HashOf(new XxHash128(), 0, default, table, record);

    private static void AddShard(KvEngine engine, Shard shard, ref Adder adder)
    {
        for (int database = 0; database < engine.Options.Databases; database++)
        {
            adder.Database = database;
            adder.Table = shard.TableOrNull(database);
            adder.Table?.VisitAll(ref adder);
        }
    }

    private static UInt128 HashOf(
        XxHash128 hash, int database, ReadOnlySpan<byte> key, RecordTable table, Record record)
    {
        // The key's length is hashed, so that no byte can move from the key to the value unnoticed.
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, database);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], (int)record.Type);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], record.ExpiryMs);
        BinaryPrimitives.WriteInt64LittleEndian(head[16..], key.Length);
        hash.Append(head);
        hash.Append(key);
        if (record.Type == RecordType.String)
            hash.Append(record.Bytes);
        else
            CollectionType.Of(record.Type).AppendDigest(table, record, hash);
        UInt128 digest = hash.GetCurrentHashAsUInt128();
        hash.Reset();
        return digest;
    }

    private struct Adder(XxHash128 hash) : IRecordVisitor
    {
        public int Database { get; set; }

        public RecordTable? Table { get; set; }

        public UInt128 Sum { get; private set; }

        public void Visit(Record record) => Sum += HashOf(hash, Database, record.Key, Table!, record);
    }
}
