using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sessions;

namespace WebKv.Engine.Transactions;

/// <summary>
/// Runs queued commands as one unit: all their shards locked once, one point in time, one journal unit.
/// </summary>
/// <remarks>
/// A command that fails while it runs does not stop or undo the others, as in Redis; a command line that cannot be
/// parsed does fail alone, too. The replies are written under the locks, into the writer's memory. Unless the outcome
/// is <see cref="Outcome.Committed"/>, nothing was run and nothing written.
/// </remarks>
public static class TransactionRunner
{
    /// <summary>What became of a transaction.</summary>
    public enum Outcome
    {
        Committed,
        WatchFailed,
        PreconditionFailed,

        /// <summary>The memory limit is reached and a command needs memory.</summary>
        OutOfMemory,
    }

    public static Outcome Run(
        CommandScope scope, IReadOnlyList<QueuedCommand> commands, WatchToken? watch, IReplyWriter writer)
    {
        CommandContext context = scope.Context;
        KvEngine engine = scope.Engine;
        if (RefusesForMemory(engine, commands))
            return Outcome.OutOfMemory;
        var keys = new KeySet(engine.ShardCount);
        bool holdsAll = Declare(commands, ref keys);
        if (watch is not null)
            Watcher.DeclareKeys(watch, ref keys);
        PreconditionChecker.Declare(context, ref keys);

        engine.Enter(in keys);
        context.HoldsAllShards = holdsAll;
        try
        {
            context.BeginUnit();
            Outcome outcome = Check(context, watch);
            if (outcome == Outcome.Committed)
                RunAll(scope, commands, writer);
            engine.Commit(context);
            return outcome;
        }
        finally
        {
            context.HoldsAllShards = false;
            engine.Exit(in keys);
            engine.AfterUnit(context);
        }
    }

    private static bool RefusesForMemory(KvEngine engine, IReadOnlyList<QueuedCommand> commands)
    {
        foreach (QueuedCommand command in commands)
            if (engine.RefusesForMemory(command.Entry.Info))
                return true;
        return false;
    }

    private static bool Declare(IReadOnlyList<QueuedCommand> commands, ref KeySet keys)
    {
        bool all = false;
        foreach (QueuedCommand command in commands)
        {
            // A line that does not parse declares nothing and answers its error when its turn comes.
            _ = command.Entry.DeclareKeys(command.Line.Arguments, ref keys);
            all |= command.Entry.Info.Is(CommandFlags.AllKeys);
        }
        return all;
    }

    private static Outcome Check(CommandContext context, WatchToken? watch)
    {
        if (watch is not null && Watcher.HasChanged(context, watch))
            return Outcome.WatchFailed;
        return PreconditionChecker.Check(context) is null ? Outcome.Committed : Outcome.PreconditionFailed;
    }

    private static void RunAll(CommandScope scope, IReadOnlyList<QueuedCommand> commands, IReplyWriter writer)
    {
        writer.BeginArray(commands.Count);
        foreach (QueuedCommand command in commands)
        {
            scope.Context.Database = scope.Database;
            scope.Dispatcher.DispatchInUnit(scope, command.Entry, command.Line.Arguments, writer);
        }
    }
}
