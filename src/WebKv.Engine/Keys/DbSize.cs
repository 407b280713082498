using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;

namespace WebKv.Engine.Keys;

/// <summary>DBSIZE: the number of keys of the database, expired ones that are still there included.</summary>
public readonly ref struct DbSize : ICommand<DbSize, IntegerReply>
{
    public static CommandInfo Info { get; } = new("dbsize", "")
    {
        Arity = 1,
        Flags = CommandFlags.ReadOnly | CommandFlags.Fast | CommandFlags.AllKeys,
        Group = CommandGroup.Server,
        Summary = "Returns the number of keys of the database.",
        Complexity = "O(1)",
    };

    public static Error? Parse(ref ArgReader arguments, out DbSize command)
    {
        command = default;
        return null;
    }

    public void DeclareKeys(ref KeySet keys)
    {
    }

    public Error? Apply(CommandContext context, out IntegerReply reply)
    {
        reply = new IntegerReply(context.Engine.CountKeys(context.Database));
        return null;
    }
}
