namespace WebKv.Memory.Collections.Streams;

/// <summary>The fields of an entry to be appended, wherever they lie.</summary>
public interface IStreamFields
{
    /// <summary>Number of fields; at least one.</summary>
    int Count { get; }

    ReadOnlySpan<byte> Field(int index);

    ReadOnlySpan<byte> Value(int index);
}
