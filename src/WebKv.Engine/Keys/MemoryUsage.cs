using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>MEMORY USAGE: the bytes that a key and its value take.</summary>
/// <remarks>
/// Counted, not sampled: the blocks of the record, of a big value and of a collection, room to grow included, and a
/// key's share of the index. A value that several keys share after a COPY counts in full for each.
/// </remarks>
public readonly ref struct MemoryUsage : ICommand<MemoryUsage, IntegerOrNullReply>
{
    // A slot, and the part of a bucket's head and of free slots that comes to each key.
    private const int IndexBytesPerKey = 13;

    public static CommandInfo Info { get; } = new("memory|usage", "key [SAMPLES count]")
    {
        Arity = -3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Server,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Returns the bytes of memory that a key and its value take.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out MemoryUsage command)
    {
        command = new MemoryUsage { Key = arguments.NextKey() };
        while (arguments.HasNext)
        {
            if (arguments.Remaining < 2 || !arguments.TryKeyword("SAMPLES"u8))
                return CommonErrors.Syntax;
            if (arguments.NextInteger(out long samples) is { } error)
                return error;
            if (samples < 0)
                return CommonErrors.Syntax;
        }
        return null;
    }

    /// <summary>The bytes that a key takes with its value and its share of the index.</summary>
    public static long BytesOf(CommandContext context, Key key, Record record) =>
        context.MemoryBytesOf(key, record) + IndexBytesPerKey;

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerOrNullReply reply)
    {
        reply = default;
        if (context.TryPeek(Key, out Record record))
            reply = new IntegerOrNullReply(BytesOf(context, Key, record));
        return null;
    }
}
