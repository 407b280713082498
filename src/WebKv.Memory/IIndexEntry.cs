namespace WebKv.Memory;

/// <summary>How a <see cref="HashIndex{TEntry}"/> looks into the entries that its slots point at.</summary>
internal unsafe interface IIndexEntry
{
    /// <summary>The low 32 bits of the entry's hash, as stored in the entry.</summary>
    static abstract uint HashOf(byte* entry);

    static abstract bool KeyEquals(byte* entry, ReadOnlySpan<byte> key);
}
