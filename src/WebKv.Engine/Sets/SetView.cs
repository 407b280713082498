using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sets;

/// <summary>
/// A set as it is read, whichever of its three forms it has: integers or a packed list inside the record, or a table
/// of members. The default is the empty set, which is what a missing key is.
/// </summary>
/// <remarks>A position names a member; 0 is the first. Like records, a view ends with the next change, but positions of
/// a set that has not changed stay valid in a new view of it.</remarks>
internal readonly ref struct SetView
{
    private readonly MemberTable? _table;
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _isIntegers;

    private SetView(MemberTable table) => _table = table;

    private SetView(ReadOnlySpan<byte> bytes, bool isIntegers)
    {
        _bytes = bytes;
        _isIntegers = isIntegers;
    }

    public long Count => _table is not null ? _table.Count
        : _bytes.IsEmpty ? 0
        : _isIntegers ? IntegerSet.Count(_bytes)
        : PackedList.Count(_bytes);

    /// <summary>The table, if it is one.</summary>
    public MemberTable? Table => _table;

    public static SetView Of(RecordTable table, Record record) => record.Encoding == RecordEncoding.Collection
        ? new SetView((MemberTable)table.CollectionOf(record))
        : new SetView(record.InlineValue, record.Encoding == RecordEncoding.Integers);

    public static SetView Of(CommandContext context, Key key, Record record) =>
        record.IsNull ? default : Of(context.Collections.TableOf(key), record);

    public bool Contains(PackedItem member)
    {
        if (_table is not null)
            return _table.Contains(member, MemberHash.Of(member));
        if (_bytes.IsEmpty)
            return false;
        return _isIntegers
            ? member.IsInteger && IntegerSet.Find(_bytes, member.Integer) >= 0
            : PackedList.Find(_bytes, member) >= 0;
    }

    /// <summary>The same for a member of another set, whose hash is known.</summary>
    public bool Contains(TableMember member) =>
        _table is not null ? _table.Contains(member.Item, member.Hash) : Contains(member.Item);

    /// <summary>The member at a position, which is moved to the next one; false at the end.</summary>
    public bool TryRead(ref long position, out PackedItem member)
    {
        if (_table is not null)
        {
            bool read = _table.TryRead(ref position, out TableMember found);
            member = found.Item;
            return read;
        }
        member = default;
        return !_bytes.IsEmpty && (_isIntegers
            ? TryReadInteger(ref position, out member)
            : TryReadPacked(ref position, out member));
    }

    /// <summary>The same with the member's hash.</summary>
    public bool TryRead(ref long position, out TableMember member)
    {
        if (_table is not null)
            return _table.TryRead(ref position, out member);
        bool read = TryRead(ref position, out PackedItem item);
        member = read ? new TableMember(item, MemberHash.Of(item)) : default;
        return read;
    }

    /// <summary>The position of a random member, each with the same probability; the set must have one.</summary>
    public long Draw(Random random)
    {
        if (_table is not null)
            return _table.Draw(random);
        int index = random.Next((int)Count);
        return _isIntegers ? index : PackedList.PositionOf(_bytes, index) - PackedList.EmptyLength;
    }

    /// <summary>Appends the member at a position to a reply.</summary>
    public void AppendAt(long position, ReplyBuffer replies)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        TryRead(ref position, out PackedItem member);
        replies.Append(member.Text(room));
    }

    /// <summary>Moves a position to the next member.</summary>
    public void Skip(ref long position) => TryRead(ref position, out PackedItem _);

    /// <summary>Appends up to so many members from a position on; false at the end.</summary>
    public bool AppendSome(ref long position, int countMax, ReplyBuffer replies)
    {
        Span<byte> room = stackalloc byte[PackedItem.IntegerTextMax];
        for (int i = 0; i < countMax; i++)
        {
            if (!TryRead(ref position, out PackedItem member))
                return false;
            replies.Append(member.Text(room));
        }
        return true;
    }

    private bool TryReadInteger(ref long position, out PackedItem member)
    {
        bool read = position < IntegerSet.Count(_bytes);
        member = read ? PackedItem.Of(IntegerSet.At(_bytes, (int)position++)) : default;
        return read;
    }

    // Positions count from the first element, so that 0 is the first of any form.
    private bool TryReadPacked(ref long position, out PackedItem member)
    {
        int at = (int)position + PackedList.EmptyLength;
        member = default;
        if (at >= _bytes.Length)
            return false;
        member = PackedList.Read(_bytes, at, out int next);
        position = next - PackedList.EmptyLength;
        return true;
    }
}
