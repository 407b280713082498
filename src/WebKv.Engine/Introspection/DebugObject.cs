using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Introspection;

/// <summary>DEBUG OBJECT: how a key is kept, in the line that Redis prints.</summary>
public readonly ref struct DebugObject : ICommand<DebugObject, StatusReply>
{
    private const int AccessClockMask = 0xFFFFFF;

    public static CommandInfo Info { get; } = new("debug|object", "key")
    {
        Arity = 3,
        Flags = CommandFlags.Admin | CommandFlags.ReadOnly,
        Group = CommandGroup.Server,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Describes how a key is kept.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out DebugObject command)
    {
        command = new DebugObject { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out StatusReply reply)
    {
        reply = default;
        if (!context.Engine.Options.DebugEnabled)
            return DebugErrors.NotAllowed;
        if (!context.TryPeek(Key, out Record record))
            return CommonErrors.NoSuchKey;
        long clock = context.NowMs / 1000 & AccessClockMask;
        long idle = clock - record.Access & AccessClockMask;
        string encoding = Encoding.ASCII.GetString(ObjectEncoding.NameOf(context, Key, record));
        long length = record.Type == RecordType.String ? record.Bytes.Length : context.MemoryBytesOf(Key, record);
        string text = $"Value at:0x0 refcount:1 encoding:{encoding} "
            + $"serializedlength:{length} lru:{record.Access} lru_seconds_idle:{idle}";
        reply = new StatusReply(context.Replies.Copy(Encoding.ASCII.GetBytes(text)));
        return null;
    }
}
