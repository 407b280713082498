using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.SortedSets;

/// <summary>Sorted sets, as the generic commands know them.</summary>
/// <remarks>Written form 1: u8 1, i64 number of elements, then each, in order, as f64 score, u32 length of the member
/// and its bytes, little endian.</remarks>
internal sealed class SortedSetType : CollectionType
{
    public static readonly SortedSetType Instance = new();

    private const byte Form = 1;
    private const int HeadBytes = sizeof(byte) + sizeof(long);
    private const int ElementHeadBytes = sizeof(double) + sizeof(uint);

    public override long CountOf(RecordTable table, Record record) => SortedSetView.Of(table, record).Count;

    public override ReadOnlySpan<byte> EncodingOf(RecordTable table, Record record) =>
        record.Encoding == RecordEncoding.Packed ? "listpack"u8 : "skiplist"u8;

    public override void AppendDigest(RecordTable table, Record record, XxHash128 hash)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        Span<byte> head = stackalloc byte[ElementHeadBytes];
        for (SortedSetCursor elements = SortedSetView.Of(table, record).Walk(); elements.MoveNext();)
        {
            ReadOnlySpan<byte> member = elements.Member.Text(room);
            WriteHead(head, elements.Score, member.Length);
            hash.Append(head);
            hash.Append(member);
        }
    }

    public override void Write(RecordTable table, Record record, IBufferWriter<byte> to)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        SortedSetView set = SortedSetView.Of(table, record);
        Span<byte> head = to.GetSpan(HeadBytes);
        head[0] = Form;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], set.Count);
        to.Advance(HeadBytes);
        for (SortedSetCursor elements = set.Walk(); elements.MoveNext();)
        {
            ReadOnlySpan<byte> member = elements.Member.Text(room);
            WriteHead(to.GetSpan(ElementHeadBytes), elements.Score, member.Length);
            to.Advance(ElementHeadBytes);
            to.Write(member);
        }
    }

    public override Error? Read(CommandContext context, Key key, ReadOnlySpan<byte> from)
    {
        if (!IsWellFormed(from))
            return SortedSetErrors.BadDataFormat;
        SortedSetEditor set = SortedSetEditor.Create(context, key);
        long count = BinaryPrimitives.ReadInt64LittleEndian(from[1..]);
        bool isSet = true;
        for (ReadOnlySpan<byte> rest = from[HeadBytes..]; isSet && !rest.IsEmpty;)
        {
            ReadOnlySpan<byte> member = Next(ref rest, out double score);
            SortedSetPlace place = set.View.Find(member);
            isSet = !place.Exists;
            if (isSet)
                set.Add(place, member, score, count);
        }
        if (isSet)
        {
            set.Finish();
            return null;
        }
        context.TryPeek(key, out Record record);
        context.Remove(key, record);
        return SortedSetErrors.BadDataFormat;
    }

    private static void WriteHead(Span<byte> head, double score, int memberLength)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(head, score);
        BinaryPrimitives.WriteUInt32LittleEndian(head[sizeof(double)..], (uint)memberLength);
    }

    // Looked through before anything is made of it; what is left to find is a member that comes twice.
    private static bool IsWellFormed(ReadOnlySpan<byte> from)
    {
        if (from.Length < HeadBytes || from[0] != Form)
            return false;
        long count = BinaryPrimitives.ReadInt64LittleEndian(from[1..]);
        if (count <= 0)
            return false;
        for (ReadOnlySpan<byte> rest = from[HeadBytes..]; !rest.IsEmpty; count--)
        {
            if (rest.Length < ElementHeadBytes
                || BinaryPrimitives.ReadUInt32LittleEndian(rest[sizeof(double)..]) > rest.Length - ElementHeadBytes)
                return false;
            Next(ref rest, out double score);
            if (double.IsNaN(score))
                return false;
        }
        return count == 0;
    }

    private static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> rest, out double score)
    {
        score = BinaryPrimitives.ReadDoubleLittleEndian(rest);
        int length = (int)BinaryPrimitives.ReadUInt32LittleEndian(rest[sizeof(double)..]);
        ReadOnlySpan<byte> member = rest.Slice(ElementHeadBytes, length);
        rest = rest[(ElementHeadBytes + length)..];
        return member;
    }
}
