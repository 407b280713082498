using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.HyperLogLog;

/// <summary>Keys that hold HyperLogLogs.</summary>
internal static class HllKeys
{
    /// <summary>Finds one for reading; a missing key is success with a null record.</summary>
    public static Error? Find(CommandContext context, Key key, out Record record) =>
        context.FindString(key, out record) ?? Check(record);

    /// <summary>Finds one that is about to be changed.</summary>
    public static Error? Peek(CommandContext context, Key key, out Record record) =>
        context.PeekString(key, out record) ?? Check(record);

    /// <summary>Registers of 0 that live until the reply is reset.</summary>
    public static Span<byte> NewRegisters(CommandContext context)
    {
        Span<byte> registers = context.Replies.Reserve(HllFormat.Registers);
        registers.Clear();
        return registers;
    }

    /// <summary>Makes a key hold these registers; it keeps its expiry.</summary>
    public static void Store(
        CommandContext context, Key key, Record record, ReadOnlySpan<byte> registers, bool asDense)
    {
        Span<byte> value = context.Replies.Reserve(HllFormat.DenseBytes);
        int length = HllFormat.Write(registers, value, asDense);
        HllFormat.MarkStale(value);
        value[..length].CopyTo(context.EditString(key, record, length));
    }

    private static Error? Check(Record record) =>
        record.IsNull || HllFormat.HasHead(record.Bytes) ? null : HllErrors.NotValid;
}
