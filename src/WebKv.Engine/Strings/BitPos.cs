using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>BITPOS: the position of the first bit of a value in a string, or in a part of it; -1 for none.</summary>
/// <remarks>
/// A string counts as followed by zeros for ever: a clear bit is always found unless the end is given. A blob is
/// searched after the shard is unlocked, see <see cref="BitPositionReply"/>.
/// </remarks>
public readonly ref struct BitPos : ICommand<BitPos, BitPositionReply>
{
    public static CommandInfo Info { get; } = new("bitpos", "key bit [start [end [BYTE | BIT]]]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Bitmap,
        Keys = KeySpec.One,
        Summary = "Finds the first set or clear bit in the string value of a key.",
        Complexity = "O(N) in the length of the range",
    };

    public required Key Key { get; init; }

    /// <summary>What to look for.</summary>
    public required bool Bit { get; init; }

    /// <summary>First position, 0 unless given; negative from the end.</summary>
    public long Start { get; init; }

    /// <summary>Last position; null for the end of the string and the zeros that follow.</summary>
    public long? End { get; init; }

    public BitUnit Unit { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BitPos command)
    {
        command = default;
        Key key = arguments.NextKey();
        if (arguments.NextInteger(out long bit) is { } error)
            return error;
        if (bit is not (0 or 1))
            return CommonErrors.BitWanted;
        Error? rangeError = BitRangeOptions.Parse(ref arguments, endMayBeLeftOut: true, out BitRangeOptions range);
        command = new BitPos
        {
            Key = key,
            Bit = bit == 1,
            Start = range.Start,
            End = range.End,
            Unit = range.Unit,
        };
        return rangeError;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BitPositionReply reply)
    {
        reply = new BitPositionReply(Bit ? -1 : 0);
        Error? error = context.FindString(Key, out Record record);
        if (error is not null || record.IsNull)
            return error;
        int length = record.Bytes.Length;
        IndexRange bits = new BitRangeOptions(Start, End, Unit).In(length);
        reply = new BitPositionReply(-1);
        if (bits.IsEmpty)
            return null;
        long otherwise = Bit || End is not null ? -1 : length * 8L;
        reply = record.Blob.IsNull
            ? new BitPositionReply(new BitPositionReply(new BitSpan(record.Bytes, bits), Bit, otherwise).Value)
            : new BitPositionReply(new BitSpan(context.Replies.Retain(record.Blob).Span, bits), Bit, otherwise);
        return null;
    }
}
