using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Memory;

namespace WebKv.Server.Operations;

/// <summary>TYPE, PEXPIRETIME, OBJECT ENCODING and MEMORY USAGE of a key in one look, which does not mark it as used.
/// </summary>
internal readonly ref struct Inspect : IOperation<Inspection>
{
    public static CommandInfo Info => KeyType.Info;

    public required Key Key { get; init; }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out Inspection reply)
    {
        reply = default;
        if (!context.TryPeek(Key, out Record record))
            return null;
        reply = new Inspection
        {
            Exists = true,
            Type = record.Type,
            ExpiryMs = record.ExpiryMs,
            Encoding = ObjectEncoding.NameOf(context, Key, record),
            MemoryBytes = context.MemoryBytesOf(Key, record),
        };
        return null;
    }
}
