using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>DUMP: the value of a key in a form that RESTORE makes it of again (<see cref="DumpPayload"/>).</summary>
/// <remarks>A collection is written while its shard is locked, so that it is that of one moment.</remarks>
public readonly ref struct Dump : ICommand<Dump, DumpReply>
{
    public static CommandInfo Info { get; } = new("dump", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Slow,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Returns the value of a key in a form of WebKv's own that RESTORE takes.",
        Complexity = "O(N) in the bytes of the value",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Dump command)
    {
        command = new Dump { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out DumpReply reply)
    {
        reply = default;
        if (!context.TryFind(Key, out Record record))
            return null;
        if (record.Type == RecordType.String)
            return DumpString(context, record, out reply);
        var writer = new DumpWriter();
        DumpPayload.WriteHead(writer.GetSpan(DumpPayload.HeadBytes), record.Type);
        writer.Advance(DumpPayload.HeadBytes);
        CollectionType.Of(record.Type).Write(context.Collections.TableOf(Key), record, writer);
        writer.GetSpan(DumpPayload.SumBytes);
        writer.Advance(DumpPayload.SumBytes);
        Blob payload = writer.Take();
        if (!writer.IsTooLong)
        {
            DumpPayload.Seal(payload.Span);
            reply = new DumpReply(Capture(context.Replies, payload));
        }
        payload.Release();
        return writer.IsTooLong ? CommonErrors.StringTooLong : null;
    }

    private static Error? DumpString(CommandContext context, Record record, out DumpReply reply)
    {
        reply = default;
        int length = record.Bytes.Length;
        if (length > Values.LengthMax - DumpPayload.HeadBytes - DumpPayload.SumBytes)
            return CommonErrors.StringTooLong;
        if (!record.Blob.IsNull)
        {
            reply = new DumpReply(context.Replies.Retain(record.Blob));
            return null;
        }
        Span<byte> payload = context.Replies.Reserve(DumpPayload.HeadBytes + length + DumpPayload.SumBytes);
        DumpPayload.Fill(payload, record.InlineValue);
        reply = new DumpReply(new BulkReply(payload));
        return null;
    }

    private static BulkReply Capture(ReplyBuffer replies, Blob payload) => payload.Length < Values.BlobBytesMin
        ? new BulkReply(replies.Copy(payload.Span))
        : new BulkReply(replies.Retain(payload));
}
