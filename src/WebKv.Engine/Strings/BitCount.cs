using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>BITCOUNT: how many bits of a string, or of a part of it, are set.</summary>
/// <remarks>
/// The bits of a blob are counted after the shard is unlocked, see <see cref="BitCountReply"/>; those of a value
/// inside its record at once, in about a microsecond at most. In a transaction both happen under its locks.
/// </remarks>
public readonly ref struct BitCount : ICommand<BitCount, BitCountReply>
{
    public static CommandInfo Info { get; } = new("bitcount", "key [start end [BYTE | BIT]]")
    {
        Arity = -2,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Bitmap,
        Keys = KeySpec.One,
        Summary = "Counts the bits that are set in the string value of a key.",
        Complexity = "O(N) in the length of the range",
    };

    public required Key Key { get; init; }

    /// <summary>First position, 0 unless given; negative from the end.</summary>
    public long Start { get; init; }

    /// <summary>Last position; null for the end of the string.</summary>
    public long? End { get; init; }

    public BitUnit Unit { get; init; }

    public static Error? Parse(ref ArgReader arguments, out BitCount command)
    {
        Key key = arguments.NextKey();
        Error? error = BitRangeOptions.Parse(ref arguments, endMayBeLeftOut: false, out BitRangeOptions range);
        command = new BitCount { Key = key, Start = range.Start, End = range.End, Unit = range.Unit };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BitCountReply reply)
    {
        reply = default;
        Error? error = context.FindString(Key, out Record record);
        if (error is not null || record.IsNull)
            return error;
        // Redis takes a negative range that is the wrong way round for empty even where clamping would fix it.
        if (Start < 0 && End < 0 && Start > End)
            return null;
        IndexRange bits = new BitRangeOptions(Start, End, Unit).In(record.Bytes.Length);
        if (bits.IsEmpty)
            return null;
        reply = record.Blob.IsNull
            ? new BitCountReply(new BitSpan(record.Bytes, bits).Count())
            : new BitCountReply(new BitSpan(context.Replies.Retain(record.Blob).Span, bits));
        return null;
    }
}
