using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;
using WebKv.Engine.Replies;
using WebKv.Memory;

namespace WebKv.Engine.Keys;

/// <summary>COPY: gives another key, maybe of another database, the same value and expiry; replies whether it did.
/// </summary>
public readonly ref struct Copy : ICommand<Copy, IntegerReply>
{
    public static CommandInfo Info { get; } = new("copy", "source destination [DB database] [REPLACE]")
    {
        Arity = -3,
        Flags = CommandFlags.Write | CommandFlags.DenyOom,
        Group = CommandGroup.Generic,
        Keys = KeySpec.Two,
        Summary = "Copies a key's value to another key.",
        Complexity = "O(1); values of 16 KiB or more are shared, not copied",
    };

    public required Key Source { get; init; }

    public required Key Destination { get; init; }

    /// <summary>The destination's database; null for that of the source.</summary>
    public long? Database { get; init; }

    /// <summary>Overwrite the destination if it exists.</summary>
    public bool Replace { get; init; }

    public static Error? Parse(ref ArgReader arguments, out Copy command)
    {
        command = new Copy { Source = arguments.NextKey(), Destination = arguments.NextKey() };
        long? database = null;
        bool replace = false;
        while (arguments.HasNext)
        {
            if (arguments.TryKeyword("REPLACE"u8))
            {
                replace = true;
                continue;
            }
            if (!arguments.TryKeyword("DB"u8) || !arguments.HasNext)
                return CommonErrors.Syntax;
            if (arguments.NextInteger(out long index) is { } error)
                return error;
            database = index;
        }
        command = new Copy
        {
            Source = command.Source,
            Destination = command.Destination,
            Database = database,
            Replace = replace,
        };
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
        keys.Add(Source);
        keys.Add(Destination);
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(0);
        if (DatabaseIndex.Check(context, Database ?? context.Database, out int database) is { } error)
            return error;
        if (database == context.Database && Source.Bytes.SequenceEqual(Destination.Bytes))
            return CommonErrors.SameObject;
        if (!context.TryPeek(Source, out Record record))
        {
            context.NotifyMiss(Source);
            return null;
        }
        if (!Replace && context.ExistsIn(database, Destination))
            return null;
        context.CopyRecord(Source, record, Destination, database);
        context.Notify(KeyspaceEvents.Generic, "copy_to"u8, Destination, database);
        LogCopy(context, database);
        reply = new IntegerReply(1);
        return null;
    }

    private void LogCopy(CommandContext context, int database)
    {
        if (!context.BeginLog("COPY"u8, 5))
            return;
        context.LogArgument(Source.Bytes);
        context.LogArgument(Destination.Bytes);
        context.LogArgument("DB"u8);
        context.LogArgument(database);
        context.LogArgument("REPLACE"u8);
    }
}
