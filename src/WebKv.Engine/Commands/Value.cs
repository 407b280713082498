using WebKv.Memory;

namespace WebKv.Engine.Commands;

/// <summary>Bytes to be stored: borrowed, or a blob that can be kept by taking a reference.</summary>
public readonly ref struct Value
{
    private readonly ReadOnlySpan<byte> _bytes;

    public Value(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public Value(Blob blob) => Blob = blob;

    public Blob Blob { get; }

    public ReadOnlySpan<byte> Bytes => Blob.IsNull ? _bytes : Blob.Span;

    public int Length => Blob.IsNull ? _bytes.Length : Blob.Length;
}
