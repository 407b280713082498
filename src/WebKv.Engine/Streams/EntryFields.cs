using WebKv.Engine.Commands;
using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>The fields of a new entry: names and values in turns.</summary>
internal readonly ref struct EntryFields(ValueList list) : IStreamFields
{
    private readonly ValueList _list = list;

    public int Count => _list.Count / 2;

    public ReadOnlySpan<byte> Field(int index) => _list[index * 2].Bytes;

    public ReadOnlySpan<byte> Value(int index) => _list[index * 2 + 1].Bytes;
}
