using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>The fields of an entry in its written form: where names and values lie, in turns.</summary>
internal readonly ref struct FormFields(ReadOnlySpan<byte> bytes, List<Range> places) : IStreamFields
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Count => places.Count / 2;

    public ReadOnlySpan<byte> Field(int index) => _bytes[places[index * 2]];

    public ReadOnlySpan<byte> Value(int index) => _bytes[places[index * 2 + 1]];
}
