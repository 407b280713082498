using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>RENAMENX: renames a key unless the new one exists; replies whether it did.</summary>
public readonly ref struct RenameNx : ICommand<RenameNx, IntegerReply>
{
    public static CommandInfo Info { get; } = new("renamenx", "key newkey")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.Two,
        Summary = "Renames a key if the new one does not exist.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required Key NewKey { get; init; }

    public static Error? Parse(ref ArgReader arguments, out RenameNx command)
    {
        command = new RenameNx { Key = arguments.NextKey(), NewKey = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Key);
        keys.Add(NewKey);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(0);
        if (!context.TryPeek(Key, out Record record))
            return CommonErrors.NoSuchKey;
        // The same key exists, too.
        if (context.TryPeek(NewKey, out _))
            return null;
        Rename.Carry(context, "RENAMENX"u8, Key, record, NewKey);
        reply = new IntegerReply(1);
        return null;
    }
}
