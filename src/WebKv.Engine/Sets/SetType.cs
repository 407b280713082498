using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>Sets, as the generic commands know them.</summary>
/// <remarks>Written form 1: u8 1, i64 number of members, then each as u32 length and bytes, little endian.</remarks>
internal sealed class SetType : CollectionType
{
    public static readonly SetType Instance = new();

    private const byte Form = 1;
    private const int HeadBytes = sizeof(byte) + sizeof(long);
    private const int LengthBytes = sizeof(uint);

    public override long CountOf(RecordTable table, Record record) => SetView.Of(table, record).Count;

    public override ReadOnlySpan<byte> EncodingOf(RecordTable table, Record record) => record.Encoding switch
    {
        RecordEncoding.Integers => "intset"u8,
        RecordEncoding.Packed => "listpack"u8,
        _ => "hashtable"u8,
    };

    // A sum, since members have no order; their number keeps the empty sum apart.
    public override void AppendDigest(RecordTable table, Record record, XxHash128 hash)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        SetView set = SetView.Of(table, record);
        UInt128 sum = 0;
        long position = 0;
        while (set.TryRead(ref position, out PackedItem member))
            sum += XxHash128.HashToUInt128(member.Text(room));
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>([set.Count])));
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in sum)));
    }

    public override void Write(RecordTable table, Record record, IBufferWriter<byte> to)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        SetView set = SetView.Of(table, record);
        Span<byte> head = to.GetSpan(HeadBytes);
        head[0] = Form;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], set.Count);
        to.Advance(HeadBytes);
        long position = 0;
        while (set.TryRead(ref position, out PackedItem member))
        {
            ReadOnlySpan<byte> text = member.Text(room);
            BinaryPrimitives.WriteUInt32LittleEndian(to.GetSpan(LengthBytes), (uint)text.Length);
            to.Advance(LengthBytes);
            to.Write(text);
        }
    }

    public override Error? Read(CommandContext context, Key key, ReadOnlySpan<byte> from)
    {
        if (!IsWellFormed(from))
            return SetErrors.BadDataFormat;
        var set = new SetEditor(context, key, default);
        bool isSet = true;
        for (ReadOnlySpan<byte> rest = from[HeadBytes..]; isSet && !rest.IsEmpty;)
            isSet = set.Add(Next(ref rest));
        if (isSet)
        {
            set.Finish();
            return null;
        }
        context.TryPeek(key, out Record record);
        context.Remove(key, record);
        return SetErrors.BadDataFormat;
    }

    // Looked through before anything is made of it; what is left to find is a member that comes twice.
    private static bool IsWellFormed(ReadOnlySpan<byte> from)
    {
        if (from.Length < HeadBytes || from[0] != Form)
            return false;
        long count = BinaryPrimitives.ReadInt64LittleEndian(from[1..]);
        ReadOnlySpan<byte> rest = from[HeadBytes..];
        if (count <= 0)
            return false;
        for (; !rest.IsEmpty; count--)
        {
            if (rest.Length < LengthBytes
                || BinaryPrimitives.ReadUInt32LittleEndian(rest) > (uint)(rest.Length - LengthBytes))
                return false;
            Next(ref rest);
        }
        return count == 0;
    }

    private static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> rest)
    {
        int length = (int)BinaryPrimitives.ReadUInt32LittleEndian(rest);
        ReadOnlySpan<byte> member = rest.Slice(LengthBytes, length);
        rest = rest[(LengthBytes + length)..];
        return member;
    }
}
