namespace WebKv.Memory.Collections;

/// <summary>Where a packed list lies while it is edited: it can be given another length.</summary>
public interface IPackedSpace
{
    /// <summary>All bytes of the list.</summary>
    Span<byte> Bytes { get; }

    /// <summary>Changes the length; bytes up to the shorter one are kept, the rest is undefined.</summary>
    Span<byte> Resize(int length);
}
