using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Execution;

/// <summary>
/// Keys past their deadline, or with fields that are, that a walk has met, to be removed right after it: a walk may not
/// change its table.
/// </summary>
/// <remarks>Their bytes lie in one buffer that is kept, so a sweep that finds many allocates nothing. Thread rule:
/// filled and emptied within one <see cref="ShardSlice"/>.</remarks>
internal sealed class ExpiredKeys
{
    private readonly List<Range> _keys = [];
    private byte[] _bytes = [];
    private int _length;

    public int Count => _keys.Count;

    public void Add(Record record)
    {
        ReadOnlySpan<byte> key = record.Key;
        if (_bytes.Length - _length < key.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + key.Length));
        key.CopyTo(_bytes.AsSpan(_length));
        _keys.Add(new Range(_length, _length + key.Length));
        _length += key.Length;
    }

    /// <summary>Removes each from the context's database and journals it as a unit of its own.</summary>
    public void RemoveAll(CommandContext context)
    {
        foreach (Range key in _keys)
        {
            // Looking at an expired key removes it, and at a hash what is due of it.
            context.TryPeek(Key.Of(_bytes.AsSpan(key)), out _);
            context.CommitApart();
        }
        _keys.Clear();
        _length = 0;
    }
}
