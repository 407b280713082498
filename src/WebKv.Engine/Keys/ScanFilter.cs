using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>Which of the keys that a walk meets are wanted. The default wants all.</summary>
public readonly ref struct ScanFilter
{
    private readonly bool _hasPattern;
    private readonly ReadOnlySpan<byte> _pattern;

    /// <summary>A <see cref="GlobPattern"/> for the key.</summary>
    public ReadOnlySpan<byte> Pattern
    {
        get => _pattern;
        init
        {
            _pattern = value;
            _hasPattern = true;
        }
    }

    public RecordType? Type { get; init; }

    internal bool Matches(Record record) => (Type is null || record.Type == Type) && Matches(record.Key);

    /// <summary>Whether the pattern wants a key, or an element of one.</summary>
    internal bool Matches(ReadOnlySpan<byte> name) => !_hasPattern || GlobPattern.Matches(_pattern, name);
}
