using WebKv.Engine.Errors;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Execution;

/// <summary>
/// Keys that hold collections: how a command finds, creates, edits and empties them.
/// </summary>
/// <remarks>
/// A small collection is packed inside its record, a big one is a <see cref="Collection"/>; when it goes from one to
/// the other is the type's business. Whichever it is, a command ends each change of a key with exactly one of
/// <see cref="Edited"/> and <see cref="CommandContext.Remove"/>: they keep watchers, waiters and ETags right. A
/// collection without elements does not exist: whoever takes the last one removes the key.
/// </remarks>
internal readonly ref struct CollectionKeys(CommandContext context)
{
    /// <summary>Finds a live collection for reading: counts a hit or miss and notes the access; a missing key is
    /// success with a null record.</summary>
    public Error? Find(Key key, RecordType type, out Record record) =>
        context.TryFind(key, out record) && record.Type != type ? CommonErrors.WrongType : null;

    /// <summary>Finds a live collection that is about to be changed; a missing key is success with a null record.
    /// </summary>
    public Error? Peek(Key key, RecordType type, out Record record) =>
        context.TryPeek(key, out record) && record.Type != type ? CommonErrors.WrongType : null;

    /// <summary>The collection of a record whose encoding says that it has one.</summary>
    public TCollection Of<TCollection>(Key key, Record record)
        where TCollection : Collection => (TCollection)TableOf(key).CollectionOf(record);

    /// <summary>The heap for new collections of a key.</summary>
    public SlabHeap HeapOf(Key key) => context.Engine.ShardOf(key).Heap;

    /// <summary>Adds a key, which must not exist, with an empty value of some length inside its record; the bytes
    /// are undefined.</summary>
    public Record Create(Key key, RecordType type, RecordEncoding encoding, int length)
    {
        var shape = new RecordShape(type, encoding, length, ExpiryMs: 0);
        context.NotifyCreated(key);
        return TableOf(key).Add(key.Bytes, key.Hash, shape, context.NewAccess);
    }

    /// <summary>Adds a key, which must not exist, with a collection, which it takes over.</summary>
    public Record Create(Key key, RecordType type, Collection collection) =>
        SetCollection(key, Create(key, type, RecordEncoding.Inline, 0), collection);

    /// <summary>Changes the length, and maybe the encoding, of a value inside its record; bytes up to the shorter
    /// length are kept, the rest is undefined.</summary>
    public Record Resize(Key key, Record record, RecordEncoding encoding, int length) =>
        TableOf(key).Resize(record, encoding, length);

    /// <summary>Gives a record a collection, which it takes over, instead of what it holds.</summary>
    public Record SetCollection(Key key, Record record, Collection collection) =>
        TableOf(key).SetCollection(record, collection);

    /// <summary>The packed list, or the set of integers, inside a record, to be edited.</summary>
    public PackedRecord Edit(Key key, Record record) => new(TableOf(key), record);

    /// <summary>To be called after the last change that a command makes to a key that stays. A collection that was
    /// got before may be void afterwards.</summary>
    public void Edited(Key key, Record record)
    {
        if (record.Encoding == RecordEncoding.Collection)
            TableOf(key).CollectionChanged(record);
        context.SignalChanged(key);
    }

    /// <summary>The table of a key.</summary>
    public RecordTable TableOf(Key key) => context.Engine.ShardOf(key).Table(context.Database);
}
