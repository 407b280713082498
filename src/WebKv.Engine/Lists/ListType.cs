using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>
/// Lists for the generic commands. Written form: a version byte, then per element its length (u32, little endian) and
/// its bytes, from head to tail.
/// </summary>
internal sealed class ListType : CollectionType
{
    public static readonly ListType Instance = new();

    private const byte Version = 1;

    public override long CountOf(RecordTable table, Record record) => record.Encoding == RecordEncoding.Packed
        ? PackedList.Count(record.InlineValue)
        : table.CollectionOf(record).Count;

    public override ReadOnlySpan<byte> EncodingOf(RecordTable table, Record record) =>
        record.Encoding == RecordEncoding.Packed ? "listpack"u8 : "quicklist"u8;

    public override void AppendDigest(RecordTable table, Record record, XxHash128 hash)
    {
        var writer = new ArrayBufferWriter<byte>();
        Write(table, record, writer);
        hash.Append(writer.WrittenSpan);
    }

    public override void Write(RecordTable table, Record record, IBufferWriter<byte> to)
    {
        to.Write([Version]);
        var writer = new ElementWriter(to);
        TryVisit(table, record, ref writer);
    }

    public override bool TryVisit<TVisitor>(RecordTable table, Record record, ref TVisitor visitor)
    {
        if (record.Encoding == RecordEncoding.Packed)
        {
            ReadOnlySpan<byte> list = record.InlineValue;
            for (int position = PackedList.EmptyLength; position < list.Length;)
                visitor.Visit(PackedList.Read(list, position, out position));
            return true;
        }
        var deque = (PackedDeque)table.CollectionOf(record);
        PackedPlace place = deque.Seek(0);
        do
            visitor.Visit(deque.Read(place));
        while (deque.MoveNext(ref place));
        return true;
    }

    public override Error? Read(CommandContext context, Key key, ReadOnlySpan<byte> from)
    {
        if (!IsWellFormed(from))
            return CommonErrors.BadPayload;
        if (ListView.Peek(context, key, out ListView list) is { } error)
            return error;
        for (ReadOnlySpan<byte> rest = from[1..]; !rest.IsEmpty;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            list.Push(ListSide.Right, rest.Slice(sizeof(int), length));
            rest = rest[(sizeof(int) + length)..];
        }
        list.Commit("restore"u8);
        return null;
    }

    private static bool IsWellFormed(ReadOnlySpan<byte> from)
    {
        if (from.Length <= 1 || from[0] != Version)
            return false;
        ReadOnlySpan<byte> rest = from[1..];
        while (rest.Length >= sizeof(int))
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            if ((uint)length > (uint)(rest.Length - sizeof(int)))
                return false;
            rest = rest[(sizeof(int) + length)..];
        }
        return rest.IsEmpty;
    }

    private readonly struct ElementWriter(IBufferWriter<byte> to) : IElementVisitor
    {
        public void Visit(scoped PackedItem element)
        {
            int length = element.TextLength;
            Span<byte> room = to.GetSpan(sizeof(int) + Math.Max(length, PackedItem.IntegerTextMax));
            BinaryPrimitives.WriteInt32LittleEndian(room, length);
            element.CopyTo(room[sizeof(int)..]);
            to.Advance(sizeof(int) + length);
        }
    }
}
