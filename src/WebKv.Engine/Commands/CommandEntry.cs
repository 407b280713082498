using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Commands;

/// <summary>One row of the <see cref="CommandTable"/>: a command without its type, as the generic doors need it.
/// </summary>
public abstract class CommandEntry(CommandInfo info)
{
    public CommandInfo Info { get; } = info;

    /// <summary>The row's number in this process; it counts statistics and means nothing elsewhere.</summary>
    public int Index { get; internal set; }

    /// <summary>Position of the first argument after the name (and the subcommand).</summary>
    protected int FirstArgument { get; } = info.Name.Contains('|') ? 2 : 1;

    /// <summary>Runs the command as a unit of its own and writes its reply. Returns the error, already written.
    /// </summary>
    public abstract Error? Execute(CommandScope scope, ArgList arguments, IReplyWriter writer);

    /// <summary>Names the shards that the command needs inside a transaction, or says what is wrong with it.</summary>
    public abstract Error? DeclareKeys(ArgList arguments, ref KeySet keys);

    /// <summary>Runs the command inside a transaction that holds its locks.</summary>
    public abstract Error? ExecuteInUnit(CommandScope scope, ArgList arguments, IReplyWriter writer);

    /// <summary>Takes note that the command may not run; returns the error to reply. A command that is refused between
    /// MULTI and EXEC makes EXEC refuse, too.</summary>
    public virtual Error Refused(CommandScope scope, Error reason)
    {
        scope.Session?.Transaction.MarkFailed();
        return reason;
    }

    /// <summary>Runs a journalled effect.</summary>
    internal abstract Error? Replay(CommandContext context, ArgList arguments);
}
