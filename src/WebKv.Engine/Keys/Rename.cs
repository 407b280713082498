using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>RENAME: gives a value another key, with its expiry; what the new key held is gone.</summary>
public readonly ref struct Rename : ICommand<Rename, OkReply>
{
    public static CommandInfo Info { get; } = new("rename", "key newkey")
    {
        Arity = 3,
        Flags = CommandFlags.Write,
        Group = CommandGroup.Generic,
        Keys = KeySpec.Two,
        Summary = "Renames a key and overwrites the new one.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required Key NewKey { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Rename command)
    {
        command = new Rename { Key = arguments.NextKey(), NewKey = arguments.NextKey() };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Key);
        keys.Add(NewKey);
    }

    public Error? Apply(CommandContext context, out OkReply reply)
    {
        reply = default;
        if (!context.TryPeek(Key, out Record record))
            return CommonErrors.NoSuchKey;
        if (!Key.Bytes.SequenceEqual(NewKey.Bytes))
            Carry(context, "RENAME"u8, Key, record, NewKey);
        return null;
    }

    internal static void Carry(CommandContext context, ReadOnlySpan<byte> logName, Key key, Record record, Key newKey)
    {
        context.MoveRecord(key, record, newKey, context.Database);
        context.Notify(KeyspaceEvents.Generic, "rename_from"u8, key);
        context.Notify(KeyspaceEvents.Generic, "rename_to"u8, newKey);
        if (!context.BeginLog(logName, 2))
            return;
        context.LogArgument(key.Bytes);
        context.LogArgument(newKey.Bytes);
    }
}
