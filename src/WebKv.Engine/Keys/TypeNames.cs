using WebKv.Engine.Commands;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>What TYPE calls the types of values, and what SCAN's TYPE option takes.</summary>
public static class TypeNames
{
    public static ReadOnlySpan<byte> Of(RecordType type) => type switch
    {
        RecordType.String => "string"u8,
        RecordType.List => "list"u8,
        RecordType.Set => "set"u8,
        RecordType.SortedSet => "zset"u8,
        RecordType.Hash => "hash"u8,
        RecordType.Stream => "stream"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    public static bool TryParse(ReadOnlySpan<byte> name, out RecordType type)
    {
        for (type = RecordType.String; type <= RecordType.Stream; type++)
            if (Keywords.Equal(name, Of(type)))
                return true;
        return false;
    }
}
