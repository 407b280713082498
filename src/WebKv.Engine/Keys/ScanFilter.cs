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

    internal bool Matches(Record record) =>
        (Type is null || record.Type == Type) && (!_hasPattern || GlobPattern.Matches(_pattern, record.Key));
}
