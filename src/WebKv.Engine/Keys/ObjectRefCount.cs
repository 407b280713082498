using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>OBJECT REFCOUNT: how many share a value; always 1, for tools that ask.</summary>
public readonly ref struct ObjectRefCount : ICommand<ObjectRefCount, IntegerOrNullReply>
{
    public static CommandInfo Info { get; } = new("object|refcount", "key")
    {
        Arity = 3,
        Flags = CommandFlags.ReadOnly,
        Group = CommandGroup.Generic,
        Keys = new KeySpec(2, 2, 1),
        Summary = "Returns the reference count of a value.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out ObjectRefCount command)
    {
        command = new ObjectRefCount { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerOrNullReply reply)
    {
        reply = new IntegerOrNullReply(context.TryPeek(Key, out _) ? 1 : null);
        return null;
    }
}
