using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Commands;

/// <summary>
/// The row of a data command. The two type parameters are structs, so the JIT compiles a body per command: from the
/// one virtual call down to the record there is no boxing and no further indirection.
/// </summary>
internal sealed class DataCommandEntry<TCommand, TReply>() : CommandEntry(TCommand.Info)
    where TCommand : struct, ICommand<TCommand, TReply>, allows ref struct
    where TReply : struct, IReply, allows ref struct
{
    public override Error? Execute(CommandScope scope, ArgList arguments, IReplyWriter writer)
    {
        var reader = new ArgReader(arguments, FirstArgument);
        Error? error = TCommand.Parse(ref reader, out TCommand command);
        if (error is null)
        {
            error = scope.Engine.Execute(scope.Context, command, out TReply reply);
            if (error is null)
            {
                if (scope.Context.Waiter is not { HasJoined: true })
                    reply.WriteTo(writer);
                return null;
            }
        }
        writer.Error(error);
        return error;
    }

    public override Error? DeclareKeys(ArgList arguments, ref KeySet keys)
    {
        if (Info.Is(CommandFlags.AllKeys))
            keys.AddAll();
        var reader = new ArgReader(arguments, FirstArgument);
        Error? error = TCommand.Parse(ref reader, out TCommand command);
        if (error is null)
            command.DeclareKeys(ref keys);
        return error;
    }

    public override Error? ExecuteInUnit(CommandScope scope, ArgList arguments, IReplyWriter writer)
    {
        var reader = new ArgReader(arguments, FirstArgument);
        Error? error = TCommand.Parse(ref reader, out TCommand command);
        if (error is null)
        {
            error = KvEngine.ExecuteInUnit(scope.Context, command, out TReply reply);
            if (error is null)
            {
                reply.WriteTo(writer);
                return null;
            }
        }
        writer.Error(error);
        return error;
    }

    internal override Error? Replay(CommandContext context, ArgList arguments)
    {
        var reader = new ArgReader(arguments, FirstArgument);
        return TCommand.Parse(ref reader, out TCommand command)
            ?? context.Engine.Execute(context, command, out TReply _);
    }
}
