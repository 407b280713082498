using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Sorting;

/// <summary>
/// A pattern of BY or GET: the first asterisk stands for the element, "key->field" names a field of a hash, and # is
/// the element itself. Without an asterisk it finds nothing.
/// </summary>
/// <remarks>It looks at any key: all shards must be locked.</remarks>
internal ref struct SortPattern
{
    private readonly ReadOnlySpan<byte> _before;
    private readonly ReadOnlySpan<byte> _after;
    private readonly ReadOnlySpan<byte> _field;
    private readonly bool _hasElement;
    private byte[] _name = [];

    public SortPattern(ReadOnlySpan<byte> pattern)
    {
        IsElement = pattern.SequenceEqual("#"u8);
        int asterisk = pattern.IndexOf((byte)'*');
        if (asterisk < 0)
            return;
        _hasElement = true;
        _before = pattern[..asterisk];
        _after = pattern[(asterisk + 1)..];
        int arrow = _after.IndexOf("->"u8);
        if (arrow < 0 || arrow + 2 == _after.Length)
            return;
        _field = _after[(arrow + 2)..];
        _after = _after[..arrow];
    }

    /// <summary>Whether it is #.</summary>
    public bool IsElement { get; }

    /// <summary>Adds what the pattern finds for an element to the reply buffer, null for nothing; returns its index
    /// there.</summary>
    public int Find(CommandContext context, scoped ReadOnlySpan<byte> element)
    {
        int entry = context.Replies.EntryCount;
        if (!_hasElement || !TryFind(context, NameOf(element)))
            context.Replies.AppendNull();
        return entry;
    }

    private readonly bool TryFind(CommandContext context, scoped ReadOnlySpan<byte> name)
    {
        Key key = Key.Of(name);
        if (!context.TryFind(key, out Record record))
            return false;
        if (_field.IsEmpty)
        {
            if (record.Type != RecordType.String)
                return false;
            context.Replies.Append(record);
            return true;
        }
        if (record.Type == RecordType.String
            || !CollectionType.Of(record.Type).TryGetField(context, key, record, _field, out PackedItem value))
            return false;
        context.Replies.Append(value);
        return true;
    }

    private ReadOnlySpan<byte> NameOf(scoped ReadOnlySpan<byte> element)
    {
        int length = _before.Length + element.Length + _after.Length;
        if (_name.Length < length)
            _name = new byte[Math.Max(length, _name.Length * 2)];
        _before.CopyTo(_name);
        element.CopyTo(_name.AsSpan(_before.Length));
        _after.CopyTo(_name.AsSpan(_before.Length + element.Length));
        return _name.AsSpan(0, length);
    }
}
