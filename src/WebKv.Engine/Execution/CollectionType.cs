using System.Buffers;
using System.IO.Hashing;
using WebKv.Engine.Errors;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Lists;
using WebKv.Engine.Sets;
using WebKv.Engine.SortedSets;
using WebKv.Engine.Streams;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Execution;

/// <summary>
/// What the generic commands must know about a type of collection, whichever way it is kept at the moment: how many
/// elements it has, what its encoding is called, how it is written down and read back.
/// </summary>
/// <remarks>
/// One implementation per type, in that type's folder, without state. The written form is what DUMP returns and what
/// files hold: it depends on the elements alone, not on the encoding, and is never changed; a new one gets a new
/// number in its first byte.
/// </remarks>
internal abstract class CollectionType
{
    /// <summary>The implementation for a type other than strings.</summary>
    public static CollectionType Of(RecordType type) => type switch
    {
        RecordType.List => ListType.Instance,
        RecordType.Set => SetType.Instance,
        RecordType.SortedSet => SortedSetType.Instance,
        RecordType.Hash => HashType.Instance,
        RecordType.Stream => StreamType.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>Number of elements.</summary>
    public abstract long CountOf(RecordTable table, Record record);

    /// <summary>What OBJECT ENCODING calls it, in the words of Redis; constant memory.</summary>
    public abstract ReadOnlySpan<byte> EncodingOf(RecordTable table, Record record);

    /// <summary>Shows a visitor the elements in their order, for SORT; false for types that cannot be sorted.</summary>
    public virtual bool TryVisit<TVisitor>(RecordTable table, Record record, ref TVisitor visitor)
        where TVisitor : struct, IElementVisitor => false;

    /// <summary>The value of a field, for types that have fields and if there is such a one.</summary>
    public virtual bool TryGetField(
        CommandContext context, Key key, Record record, scoped ReadOnlySpan<byte> field, out PackedItem value)
    {
        value = default;
        return false;
    }

    /// <summary>Hashes the elements so that equal contents give equal hashes: in their order where they have one, else
    /// as a sum over the elements.</summary>
    public abstract void AppendDigest(RecordTable table, Record record, XxHash128 hash);

    /// <summary>Writes the elements down.</summary>
    public abstract void Write(RecordTable table, Record record, IBufferWriter<byte> to);

    /// <summary>
    /// Makes a key, which must not exist, from what <see cref="Write"/> has written. Bytes that it cannot have
    /// written are an error, never a crash, and leave no key: they may come from a client.
    /// </summary>
    public abstract Error? Read(CommandContext context, Key key, ReadOnlySpan<byte> from);
}
