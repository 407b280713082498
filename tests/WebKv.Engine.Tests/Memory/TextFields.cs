using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Tests.Memory;

/// <summary>Fields of an entry: name, value, name, value.</summary>
internal readonly struct TextFields(byte[][] texts) : IStreamFields
{
    public int Count => texts.Length / 2;

    public ReadOnlySpan<byte> Field(int index) => texts[index * 2];

    public ReadOnlySpan<byte> Value(int index) => texts[index * 2 + 1];
}
