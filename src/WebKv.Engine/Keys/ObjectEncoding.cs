using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>OBJECT ENCODING: how a value is kept, in the words of Redis, which tools compare.</summary>
/// <remarks>A string is "int" if it is the text of a 64-bit integer, "embstr" up to 44 bytes, else "raw"; one that was
/// edited in place is "raw" at any length.</remarks>
public readonly ref struct ObjectEncoding : ICommand<ObjectEncoding, BulkReply>
{
    private const int EmbeddedBytesMax = 44;

    public static CommandInfo Info { get; } = new("object|encoding", "key")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Generic,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Returns how a value is kept.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ObjectEncoding command)
    {
        command = new ObjectEncoding { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out BulkReply reply)
    {
        reply = context.TryPeek(Key, out Record record) ? new BulkReply(NameOf(context, Key, record)) : default;
        return null;
    }

    /// <summary>The name of a live key's encoding.</summary>
    public static ReadOnlySpan<byte> NameOf(CommandContext context, Key key, Record record) =>
        record.Type == RecordType.String
            ? NameOfString(record)
            : CollectionType.Of(record.Type).EncodingOf(context.Collections.TableOf(key), record);

    private static ReadOnlySpan<byte> NameOfString(Record record)
    {
        if (record.Encoding != RecordEncoding.Inline)
            return "raw"u8;
        if (Numbers.TryParseInteger(record.InlineValue, out _))
            return "int"u8;
        return record.InlineValue.Length <= EmbeddedBytesMax ? "embstr"u8 : "raw"u8;
    }
}
