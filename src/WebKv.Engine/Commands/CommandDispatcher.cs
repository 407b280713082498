using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Commands;

/// <summary>
/// Where all doors hand in what they want done. A command line is looked up, checked, queued in a transaction or
/// executed; an operation that a typed door has made is executed. Either is counted.
/// </summary>
/// <remarks>
/// The order of the checks is that of Redis: unknown command, arity, authentication, transaction, memory. What an
/// operation does for itself (describing each key of a page, say) goes to the <see cref="Engine"/> and is not counted
/// again.
/// </remarks>
public sealed class CommandDispatcher
{
    private const int EchoedArgumentsMax = 20;

    private readonly WallClock _clock;

    public CommandDispatcher(KvEngine engine, CommandTable table)
    {
        Engine = engine;
        Table = table;
        Statistics = new CommandStatistics(table.Entries.Count);
        _clock = new WallClock(engine.Time);
    }

    public KvEngine Engine { get; }

    public CommandTable Table { get; }

    public CommandStatistics Statistics { get; }

    /// <summary>Commands refused before they ran.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    private long _rejected;

    /// <summary>Runs one command line. Exactly one reply is written.</summary>
    public Error? Dispatch(CommandScope scope, ArgList arguments, IReplyWriter writer) =>
        Dispatch(scope, Table.Find(arguments), arguments, writer);

    /// <summary>The same for a door that has looked the command up already.</summary>
    public Error? Dispatch(CommandScope scope, CommandEntry? entry, ArgList arguments, IReplyWriter writer)
    {
        Error? refusal = entry is null ? Unknown(arguments) : Refuse(scope, entry, arguments);
        if (refusal is not null)
        {
            refusal = NoteRefusal(scope, entry, refusal);
            writer.Error(refusal);
            return refusal;
        }
        if (scope.Session is { Transaction.IsOpen: true } session && !entry!.Info.Is(CommandFlags.RunsInMulti))
        {
            session.Transaction.Enqueue(entry, arguments);
            writer.Status("QUEUED"u8);
            return null;
        }

        scope.Context.Database = scope.Database;
        scope.Context.PresetNowMs = scope.Clock.NowMs;
        Error? error = entry!.Execute(scope, arguments, writer);
        Statistics.Count(entry.Index, scope.Clock.Lap(), error);
        return error;
    }

    private Error NoteRefusal(CommandScope scope, CommandEntry? entry, Error reason)
    {
        Interlocked.Increment(ref _rejected);
        if (entry is null)
        {
            Statistics.CountError(reason);
            scope.Session?.Transaction.MarkFailed();
            return reason;
        }
        Statistics.CountRejected(entry.Index, reason);
        return entry.Refused(scope, reason);
    }

    /// <summary>Runs a command line inside a unit that holds its locks.</summary>
    public Error? DispatchInUnit(CommandScope scope, CommandEntry entry, ArgList arguments, IReplyWriter writer)
    {
        long start = Engine.Time.GetTimestamp();
        Error? error = entry.ExecuteInUnit(scope, arguments, writer);
        Statistics.Count(entry.Index, Engine.Time.GetTimestamp() - start, error);
        return error;
    }

    /// <summary>Runs an operation as a unit of its own; it counts as the command that it is a form of.</summary>
    public Error? Execute<TOperation, TReply>(
        CommandContext context, scoped in TOperation operation, out TReply reply)
        where TOperation : struct, IOperation<TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct
    {
        long start = Engine.Time.GetTimestamp();
        context.PresetNowMs = _clock.UnixMsAt(start);
        Error? error = Engine.Execute(context, operation, out reply);
        Statistics.Count(Table.IndexOf(TOperation.Info), Engine.Time.GetTimestamp() - start, error);
        return error;
    }

    /// <summary>The same inside a unit that holds its locks.</summary>
    public Error? ExecuteInUnit<TOperation, TReply>(
        CommandContext context, scoped in TOperation operation, out TReply reply)
        where TOperation : struct, IOperation<TReply>, allows ref struct
        where TReply : struct, IReply, allows ref struct
    {
        long start = Engine.Time.GetTimestamp();
        Error? error = KvEngine.ExecuteInUnit(context, operation, out reply);
        Statistics.Count(Table.IndexOf(TOperation.Info), Engine.Time.GetTimestamp() - start, error);
        return error;
    }

    /// <summary>What keeps a known command from being run or queued here, or null.</summary>
    public Error? Refuse(CommandScope scope, CommandEntry entry, ArgList arguments)
    {
        CommandInfo info = entry.Info;
        if (!info.AcceptsCount(arguments.Count))
            return CommonErrors.WrongArity(info.Name);
        if (!scope.IsAuthenticated && !info.Is(CommandFlags.NoAuth))
            return CommonErrors.NoAuth;
        if (scope.Session is not { } session)
            return info.Is(CommandFlags.NeedsConnection) ? CommonErrors.NeedsConnection(info.Name) : null;
        session.LastCommand = info.Name;
        if (session.IsSubscriberOnly && !info.Is(CommandFlags.WhileSubscribed))
            return CommonErrors.OnlyWhileSubscribed(info.Name);
        if (!session.Transaction.IsOpen || info.Is(CommandFlags.RunsInMulti))
            return null;
        if (info.Is(CommandFlags.NoMulti))
            return CommonErrors.NotInsideMulti;
        if (session.Transaction.QueuedBytes > Engine.Options.TransactionBytesMax)
            return CommonErrors.TransactionTooLarge;
        return Engine.RefusesForMemory(info) ? CommonErrors.OutOfMemory : null;
    }

    /// <summary>The error of a command line that names no command.</summary>
    public Error Unknown(ArgList arguments)
    {
        ReadOnlySpan<byte> name = arguments[0];
        if (Table.IsContainer(name))
        {
            string container = CommonErrors.Echo(name).ToLowerInvariant();
            return arguments.Count == 1
                ? CommonErrors.WrongArity(container)
                : CommonErrors.UnknownSubcommand(arguments[1], container);
        }
        var echoed = new List<string>();
        for (int i = 1; i < arguments.Count && i <= EchoedArgumentsMax; i++)
            echoed.Add(CommonErrors.Echo(arguments[i]));
        return CommonErrors.UnknownCommand(name, echoed);
    }
}
