using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>Lists for the generic commands.</summary>
/// <remarks>Written down as format 1 (u8), number of elements (i64), then per element its length (i32) and text; little
/// endian.</remarks>
internal sealed class ListType : CollectionType
{
    private const byte Format = 1;
    private const int HeadBytes = sizeof(byte) + sizeof(long);

    public static readonly ListType Instance = new();

    public override long CountOf(RecordTable table, Record record) => record.Encoding == RecordEncoding.Packed
        ? PackedList.Count(record.InlineValue)
        : table.CollectionOf(record).Count;

    public override ReadOnlySpan<byte> EncodingOf(RecordTable table, Record record) =>
        record.Encoding == RecordEncoding.Packed ? "listpack"u8 : "quicklist"u8;

    public override void AppendDigest(RecordTable table, Record record, XxHash128 hash)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        Span<byte> length = stackalloc byte[sizeof(int)];
        ListReader reader = ReaderOf(table, record);
        while (reader.TryNext(out PackedItem item))
        {
            ReadOnlySpan<byte> text = item.Text(room);
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            hash.Append(length);
            hash.Append(text);
        }
    }

    public override void Write(RecordTable table, Record record, IBufferWriter<byte> to)
    {
        Span<byte> head = to.GetSpan(HeadBytes);
        head[0] = Format;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], CountOf(table, record));
        to.Advance(HeadBytes);
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        ListReader reader = ReaderOf(table, record);
        while (reader.TryNext(out PackedItem item))
        {
            ReadOnlySpan<byte> text = item.Text(room);
            BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(sizeof(int)), text.Length);
            to.Advance(sizeof(int));
            to.Write(text);
        }
    }

    public override Error? Read(CommandContext context, Key key, ReadOnlySpan<byte> from)
    {
        if (!IsWellFormed(from))
            return ListErrors.BadDataFormat;
        ListView list = ListView.New(context, key);
        ReadOnlySpan<byte> rest = from[HeadBytes..];
        while (TryTake(ref rest, out ReadOnlySpan<byte> text))
            list.Push(ListSide.Right, text);
        list.Commit();
        return null;
    }

    private static ListReader ReaderOf(RecordTable table, Record record) => record.Encoding == RecordEncoding.Packed
        ? ListReader.Of(record.InlineValue, 0, backwards: false)
        : ListReader.Of((ChunkedList)table.CollectionOf(record), new ListPosition(0, 0), backwards: false);

    private static bool IsWellFormed(ReadOnlySpan<byte> from)
    {
        if (from.Length <= HeadBytes || from[0] != Format)
            return false;
        long count = BinaryPrimitives.ReadInt64LittleEndian(from[1..]);
        ReadOnlySpan<byte> rest = from[HeadBytes..];
        while (TryTake(ref rest, out _))
            count--;
        return count == 0 && rest.IsEmpty;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> text)
    {
        text = default;
        if (rest.Length < sizeof(int))
            return false;
        int length = BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (length < 0 || length > rest.Length - sizeof(int))
            return false;
        text = rest.Slice(sizeof(int), length);
        rest = rest[(sizeof(int) + length)..];
        return true;
    }
}
