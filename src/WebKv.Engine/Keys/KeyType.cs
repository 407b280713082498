using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>TYPE: the type of a key's value, "none" if there is no such key.</summary>
public readonly ref struct KeyType : ICommand<KeyType, StatusReply>
{
    public static CommandInfo Info { get; } = new("type", "key")
    {
        Arity = 2,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Returns the type of a key's value.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public static Error? Parse(ref ArgReader arguments, out KeyType command)
    {
        command = new KeyType { Key = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out StatusReply reply)
    {
        bool exists = context.TryFind(Key, out Record record, notesAccess: false);
        reply = new StatusReply(exists ? TypeNames.Of(record.Type) : "none"u8);
        return null;
    }
}
