using WebKv.Memory;
using WebKv.V1;

namespace WebKv.Server.Grpc.Messages;

/// <summary>webkv.v1.KeyType in the engine's terms.</summary>
internal static class KeyTypes
{
    public static KeyType Of(RecordType type) => type switch
    {
        RecordType.String => KeyType.String,
        RecordType.List => KeyType.List,
        RecordType.Set => KeyType.Set,
        RecordType.SortedSet => KeyType.SortedSet,
        RecordType.Hash => KeyType.Hash,
        RecordType.Stream => KeyType.Stream,
        _ => KeyType.Unspecified,
    };

    /// <summary>The type that a filter asks for; null for every type.</summary>
    public static RecordType? Wanted(KeyType type) => type switch
    {
        KeyType.String => RecordType.String,
        KeyType.List => RecordType.List,
        KeyType.Set => RecordType.Set,
        KeyType.SortedSet => RecordType.SortedSet,
        KeyType.Hash => RecordType.Hash,
        KeyType.Stream => RecordType.Stream,
        _ => null,
    };
}
