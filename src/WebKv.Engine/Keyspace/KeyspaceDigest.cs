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
/// Cost: one pass over all bytes. It locks one shard and database at a time, for that whole pass, and is a picture of
/// one moment only while nobody writes: a tool for tests and debugging.
/// </remarks>
public static class KeyspaceDigest
{
    public static UInt128 Of(KvEngine engine)
    {
        var adder = new Adder(new XxHash128());
        foreach (Shard shard in engine.Shards)
            for (int database = 0; database < engine.Options.Databases; database++)
                AddTable(shard, database, ref adder);
        return adder.Sum;
    }

    private static void AddTable(Shard shard, int database, ref Adder adder)
    {
        adder.Database = database;
        shard.Enter();
        try
        {
            adder.Table = shard.TableOrNull(database);
            adder.Table?.VisitAll(ref adder);
        }
        finally
        {
            shard.Exit();
        }
    }

    private struct Adder(XxHash128 hash) : IRecordVisitor
    {
        private const int HeadBytes = 24;

        public int Database { get; set; }

        public RecordTable? Table { get; set; }

        public UInt128 Sum { get; private set; }

        public void Visit(Record record)
        {
            // The key's length is hashed, so that no byte can move from the key to the value unnoticed.
            Span<byte> head = stackalloc byte[HeadBytes];
            BinaryPrimitives.WriteInt32LittleEndian(head, Database);
            BinaryPrimitives.WriteInt32LittleEndian(head[4..], (int)record.Type);
            BinaryPrimitives.WriteInt64LittleEndian(head[8..], record.ExpiryMs);
            BinaryPrimitives.WriteInt64LittleEndian(head[16..], record.Key.Length);
            hash.Append(head);
            hash.Append(record.Key);
            if (record.Type == RecordType.String)
                hash.Append(record.Bytes);
            else
                CollectionType.Of(record.Type).AppendDigest(Table!, record, hash);
            Sum += hash.GetCurrentHashAsUInt128();
            hash.Reset();
        }
    }
}
