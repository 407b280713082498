using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Server.Rest.Keys;

/// <summary>All that the door tells about a key, read under one lock. Not a command of the table: it exists here only.
/// </summary>
internal readonly ref struct DescribeKey : ICommand<DescribeKey, KeyFacts>
{
    public static CommandInfo Info { get; } = new("describe", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Returns what is known about a key.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out DescribeKey command)
    {
        command = new DescribeKey { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out KeyFacts reply)
    {
        bool exists = context.TryPeek(Key, out Record record);
        reply = default;
        if (!exists)
            return CommonErrors.NoSuchKey;
        ReadOnlySpan<byte> encoding = ObjectEncoding.NameOf(context, Key, record);
        reply = new KeyFacts(record.Type, record.ExpiryMs, encoding, context.MemoryBytesOf(Key, record));
        return null;
    }
}
