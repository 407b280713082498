namespace WebKv.Memory.Collections;

/// <summary>A member of a <see cref="ScoredTable"/> with its score: a view that ends when the member is removed.
/// </summary>
public readonly unsafe ref struct ScoredElement
{
    private readonly byte* _entry;

    internal ScoredElement(byte* entry) => _entry = entry;

    public bool IsNull => _entry == null;

    public ReadOnlySpan<byte> Member => ScoredEntry.Member(_entry);

    public double Score => ScoredEntry.Score(_entry);

    internal byte* Address => _entry;
}
