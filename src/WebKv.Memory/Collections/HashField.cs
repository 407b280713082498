namespace WebKv.Memory.Collections;

/// <summary>A field of a hash: its name, its value and when it expires. A view that ends with the next change of the
/// hash.</summary>
/// <param name="field">The name.</param>
/// <param name="value">The value.</param>
/// <param name="deadlineMs">Unix milliseconds; 0 for never.</param>
public readonly ref struct HashField(PackedItem field, PackedItem value, long deadlineMs)
{
    public PackedItem Field { get; } = field;

    public PackedItem Value { get; } = value;

    public long DeadlineMs { get; } = deadlineMs;
}
