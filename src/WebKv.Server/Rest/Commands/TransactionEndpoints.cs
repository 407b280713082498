using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Engine.Transactions;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Commands;

/// <summary>
/// Commands as one unit, under preconditions that take the place of WATCH for callers without a connection.
/// </summary>
/// <remarks>Nothing runs unless every line can be queued and every precondition holds; a command that fails while it
/// runs stops or undoes no other, as in Redis.</remarks>
internal static class TransactionEndpoints
{
    public static void Map(RestRoutes routes) =>
        routes.Post<TransactionRequest>("/transactions", CommandDocs.Transaction, Run);

    private static Task Run(ref RestCall call, TransactionRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        if (call.Problem is { } problem)
            return call.Fail(problem);
        CommandScope scope = call.BeginCommands();
        var queue = new List<QueuedCommand>();
        try
        {
            if (Queue(scope, request, queue) is { } refused)
                return call.Fail(refused);
            foreach (TransactionPrecondition? precondition in request.Preconditions ?? [])
                scope.Context.Preconditions.Add(precondition!.ToEngine());
            return Commit(ref call, scope, queue, encoding);
        }
        finally
        {
            foreach (QueuedCommand command in queue)
                command.Line.Dispose();
        }
    }

    private static Problem? Queue(CommandScope scope, TransactionRequest request, List<QueuedCommand> queue)
    {
        CommandDispatcher dispatcher = scope.Dispatcher;
        foreach (IReadOnlyList<CommandWord?>? words in request.Commands!)
        {
            CommandLine line = CommandEndpoints.ToLine(words!);
            CommandEntry? entry = dispatcher.Table.Find(line.Arguments);
            Error? refusal = entry is null
                ? dispatcher.Unknown(line.Arguments)
                : Refuse(entry.Info) ?? dispatcher.Refuse(scope, entry, line.Arguments);
            if (refusal is not null)
            {
                line.Dispose();
                return new Problem(CommonErrors.ExecAborted) { CommandIndex = queue.Count, CommandError = refusal };
            }
            queue.Add(new QueuedCommand(entry!, line));
        }
        return null;
    }

    private static Error? Refuse(CommandInfo info) =>
        info.Is(CommandFlags.NoMulti | CommandFlags.RunsInMulti) ? CommonErrors.NotInsideMulti : null;

    private static Task Commit(
        ref RestCall call, CommandScope scope, List<QueuedCommand> queue, BinaryEncoding encoding)
    {
        CommandContext context = scope.Context;
        using var tape = new ReplyTape();
        switch (TransactionRunner.Run(scope, queue, watch: null, tape))
        {
            case TransactionRunner.Outcome.Committed:
                break;
            case TransactionRunner.Outcome.OutOfMemory:
                return call.Fail(CommonErrors.OutOfMemory);
            default:
                return call.Fail(new Problem(CommonErrors.PreconditionFailed)
                {
                    FailedPreconditions = [.. context.FailedPreconditions],
                });
        }
        using PooledJson json = PooledJson.Rent();
        var writer = new JsonReplyWriter(json.Writer, encoding);
        json.Writer.WriteStartObject();
        json.Writer.WritePropertyName("results"u8);
        writer.ExpectItems();
        tape.PlayTo(writer);
        json.Writer.WriteEndObject();
        return call.Json(json);
    }
}
