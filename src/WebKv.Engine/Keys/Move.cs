using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>MOVE: takes a key with its expiry to another database, unless it exists there; replies whether it did.
/// </summary>
public readonly ref struct Move : ICommand<Move, IntegerReply>
{
    public static CommandInfo Info { get; } = new("move", "key database")
    {
        Arity = 3,
        Flags = CommandFlags.Write | CommandFlags.Fast,
        Group = CommandGroup.Generic,
        Keys = KeySpec.One,
        Summary = "Moves a key to another database.",
        Complexity = "O(1)",
    };

    public required Key Key { get; init; }

    public required long Database { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Move command)
    {
        Key key = arguments.NextKey();
        Error? error = arguments.NextInteger(out long database);
        command = new Move { Key = key, Database = database };
        return error;
    }

    public void DeclareKeys(ref KeySet keys) => keys.Add(Key);

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(0);
        if (DatabaseIndex.Check(context, Database, out int database) is { } error)
            return error;
        if (database == context.Database)
            return CommonErrors.SameObject;
        if (!context.TryPeek(Key, out Record record) || context.ExistsIn(database, Key))
            return null;
        context.MoveRecord(Key, record, Key, database);
        context.Notify(KeyspaceEvents.Generic, "move_from"u8, Key);
        context.Notify(KeyspaceEvents.Generic, "move_to"u8, Key, database);
        if (context.BeginLog("MOVE"u8, 2))
        {
            context.LogArgument(Key.Bytes);
            context.LogArgument(database);
        }
        reply = new IntegerReply(1);
        return null;
    }
}
