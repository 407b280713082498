using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Commands;

/// <summary>
/// A command about the connection or the server rather than about keys: it takes no shard locks and writes no
/// effects of its own.
/// </summary>
public abstract class SessionCommand(CommandInfo info) : CommandEntry(info)
{
    /// <summary>Does it and writes the reply, or writes nothing and returns the error.</summary>
    protected abstract Error? Run(CommandScope scope, ref ArgReader arguments, IReplyWriter writer);

    public sealed override Error? Execute(CommandScope scope, ArgList arguments, IReplyWriter writer)
    {
        var reader = new ArgReader(arguments, FirstArgument);
        Error? error = Run(scope, ref reader, writer);
        if (error is not null)
            writer.Error(error);
        return error;
    }

    public sealed override Error? DeclareKeys(ArgList arguments, ref KeySet keys)
    {
        if (Info.Is(CommandFlags.AllKeys))
            keys.AddAll();
        return null;
    }

    public sealed override Error? ExecuteInUnit(CommandScope scope, ArgList arguments, IReplyWriter writer) =>
        Execute(scope, arguments, writer);

    internal sealed override Error? Replay(CommandContext context, ArgList arguments) =>
        CommonErrors.NeedsConnection(Info.Name);
}
