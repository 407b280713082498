using WebKv.Memory;
using WebKv.Memory.Collections;

namespace WebKv.Engine.Execution;

/// <summary>A packed list, or a set of integers, inside a record while it is edited. The record may move: take
/// <see cref="Record"/> anew after each edit.</summary>
internal ref struct PackedRecord(RecordTable table, Record record) : IPackedSpace
{
    public Record Record { get; private set; } = record;

    public readonly Span<byte> Bytes => Record.InlineValue;

    public Span<byte> Resize(int length)
    {
        Record = table.Resize(Record, Record.Encoding, length);
        return Record.InlineValue;
    }
}
