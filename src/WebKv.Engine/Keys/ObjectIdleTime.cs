using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Eviction;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>OBJECT IDLETIME: the seconds since a key was last read or written.</summary>
public readonly ref struct ObjectIdleTime : ICommand<ObjectIdleTime, IntegerOrNullReply>
{
    private static readonly Error NotKept = new(ErrorCode.InvalidArgument,
        "ERR An LFU maxmemory policy is selected, idle time not tracked. Please note that when switching between "
        + "policies at runtime LRU and LFU data will take some time to adjust.");

    public static CommandInfo Info { get; } = new("object|idletime", "key")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Generic,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Returns the seconds since the last access of a key.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ObjectIdleTime command)
    {
        command = new ObjectIdleTime { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerOrNullReply reply)
    {
        reply = default;
        if (!context.TryPeek(Key, out Record record))
            return null;
        if (context.Engine.Evictor.Policy.IsLfu())
            return NotKept;
        reply = new IntegerOrNullReply(context.IdleSeconds(record));
        return null;
    }
}
