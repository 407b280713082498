namespace WebKv.Memory.Collections;

/// <summary>A member of a <see cref="MemberTable"/> with its hash; a view that ends with the next change.</summary>
public readonly ref struct TableMember(PackedItem item, uint hash)
{
    public PackedItem Item { get; } = item;

    public uint Hash { get; } = hash;
}
