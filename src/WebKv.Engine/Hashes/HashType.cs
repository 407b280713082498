using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Hashes;

/// <summary>Hashes, as the generic commands know them.</summary>
/// <remarks>Written form 1: u8 1, i64 number of fields, then each as u32 length and bytes of its name, the same of its
/// value, and i64 deadline (0 for none), little endian.</remarks>
internal sealed class HashType : CollectionType
{
    public static readonly HashType Instance = new();

    private const byte Form = 1;
    private const int HeadBytes = sizeof(byte) + sizeof(long);
    private const int LengthBytes = sizeof(uint);
    private const int DeadlineBytes = sizeof(long);

    public override long CountOf(RecordTable table, Record record) => new HashView(table, record).Count;

    public override ReadOnlySpan<byte> EncodingOf(RecordTable table, Record record) => record.Encoding switch
    {
        RecordEncoding.Packed => "listpack"u8,
        RecordEncoding.PackedTimed => "listpackex"u8,
        _ => "hashtable"u8,
    };

    // A sum, since fields have no order; their number keeps the empty sum apart.
    public override void AppendDigest(RecordTable table, Record record, XxHash128 hash)
    {
        var hash1 = new XxHash128();
        var hashed = new HashView(table, record);
        UInt128 sum = 0;
        long position = 0;
        while (hashed.TryRead(ref position, out HashField field))
        {
            AppendTo(hash1, field);
            sum += hash1.GetCurrentHashAsUInt128();
            hash1.Reset();
        }
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>([hashed.Count])));
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<UInt128>(in sum)));
    }

    public override void Write(RecordTable table, Record record, IBufferWriter<byte> to)
    {
        var hash = new HashView(table, record);
        Span<byte> head = to.GetSpan(HeadBytes);
        head[0] = Form;
        BinaryPrimitives.WriteInt64LittleEndian(head[1..], hash.Count);
        to.Advance(HeadBytes);
        long position = 0;
        while (hash.TryRead(ref position, out HashField field))
        {
            Write(field.Field, to);
            Write(field.Value, to);
            BinaryPrimitives.WriteInt64LittleEndian(to.GetSpan(DeadlineBytes), field.DeadlineMs);
            to.Advance(DeadlineBytes);
        }
    }

    public override Error? Read(CommandContext context, Key key, ReadOnlySpan<byte> from)
    {
        if (!IsWellFormed(from))
            return CommonErrors.BadPayload;
        var hash = new HashEditor(context, key, default);
        bool isHash = true;
        for (ReadOnlySpan<byte> rest = from[HeadBytes..]; isHash && !rest.IsEmpty;)
        {
            ReadOnlySpan<byte> field = Next(ref rest);
            ReadOnlySpan<byte> value = Next(ref rest);
            isHash = hash.Set(field, value, NextDeadline(ref rest));
        }
        if (isHash)
        {
            hash.Commit("restore"u8);
            return null;
        }
        context.Remove(key, hash.Record);
        return CommonErrors.BadPayload;
    }

    // Looked through before anything is made of it; what is left to find is a field that comes twice.
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
            if (!HasNext(rest))
                return false;
            Next(ref rest);
            if (!HasNext(rest))
                return false;
            Next(ref rest);
            if (rest.Length < DeadlineBytes || NextDeadline(ref rest) is < 0 or > FieldExpiry.DeadlineMaxMs)
                return false;
        }
        return count == 0;
    }

    private static bool HasNext(ReadOnlySpan<byte> rest) => rest.Length >= LengthBytes
        && BinaryPrimitives.ReadUInt32LittleEndian(rest) <= (uint)(rest.Length - LengthBytes);

    private static ReadOnlySpan<byte> Next(scoped ref ReadOnlySpan<byte> rest)
    {
        int length = (int)BinaryPrimitives.ReadUInt32LittleEndian(rest);
        ReadOnlySpan<byte> text = rest.Slice(LengthBytes, length);
        rest = rest[(LengthBytes + length)..];
        return text;
    }

    private static long NextDeadline(scoped ref ReadOnlySpan<byte> rest)
    {
        long deadlineMs = BinaryPrimitives.ReadInt64LittleEndian(rest);
        rest = rest[DeadlineBytes..];
        return deadlineMs;
    }

    private static void Write(PackedItem item, IBufferWriter<byte> to)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        ReadOnlySpan<byte> text = item.Text(room);
        BinaryPrimitives.WriteUInt32LittleEndian(to.GetSpan(LengthBytes), (uint)text.Length);
        to.Advance(LengthBytes);
        to.Write(text);
    }

    // The length of the name is hashed, so that no byte can move from it to the value unnoticed.
    private static void AppendTo(XxHash128 hash, HashField field)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        hash.Append(MemoryMarshal.AsBytes(new ReadOnlySpan<long>([field.DeadlineMs, field.Field.TextLength])));
        hash.Append(field.Field.Text(room));
        hash.Append(field.Value.Text(room));
    }
}
