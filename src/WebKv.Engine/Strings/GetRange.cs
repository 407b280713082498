using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Strings;

/// <summary>GETRANGE: a part of a string by inclusive byte positions, which count from the end when negative.
/// </summary>
/// <remarks>
/// A part that is shorter than <see cref="Values.BlobBytesMin"/> is copied; a longer one lies in a blob, which is
/// retained, so that nothing big is copied while the shard is locked.
/// </remarks>
public readonly ref struct GetRange : ICommand<GetRange, BulkReply>
{
    public static CommandInfo Info { get; } = new("getrange", "key start end")
    {
        Arity = 4,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.String,
        Keys = KeySpec.One,
        Summary = "Returns a part of the string value of a key.",
        Complexity = "O(N) in the length of the part",
    };

    public required Key Key { get; init; }

    public required long Start { get; init; }

    /// <summary>Position of the last byte of the part.</summary>
    public required long End { get; init; }

    public static Error? Parse(ref ArgReader arguments, out GetRange command)
    {
        Key key = arguments.NextKey();
        long end = 0;
        Error? error = arguments.NextInteger(out long start) ?? arguments.NextInteger(out end);
        command = new GetRange { Key = key, Start = start, End = end };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = new BulkReply([]);
        Error? error = context.FindString(Key, out Record record);
        if (error is null && !record.IsNull)
            reply = Slice(context.Replies, record, IndexRange.Of(Start, End, record.Bytes.Length));
        return error;
    }

    private static BulkReply Slice(ReplyBuffer replies, Record record, IndexRange range)
    {
        if (range.IsEmpty)
            return new BulkReply([]);
        int length = (int)range.Length;
        if (length == record.Bytes.Length)
            return replies.Capture(record);
        ReadOnlySpan<byte> part = record.Bytes.Slice((int)range.First, length);
        return new BulkReply(length < Values.BlobBytesMin
            ? replies.Copy(part)
            : replies.Retain(record.Blob).Span.Slice((int)range.First, length));
    }
}
