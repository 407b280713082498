namespace WebKv.Memory.Collections.Streams;

/// <summary>How blocks in a <see cref="NameTable"/> begin; their name is somewhere behind.</summary>
internal unsafe struct NamedHead
{
    public int NameAt;

    public int NameLength;

    public static ReadOnlySpan<byte> NameOf(NamedHead* head) => new((byte*)head + head->NameAt, head->NameLength);
}
