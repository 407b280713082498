using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Transactions;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Commands;

/// <summary>
/// Commands as one unit, under preconditions that take the place of WATCH for callers without a connection.
/// </summary>
/// <remarks>Nothing runs unless every line can be queued and every precondition holds; a command that fails while it
/// runs stops or undoes no other, as in Redis.</remarks>
internal sealed class TransactionEndpoints(CommandDispatcher dispatcher)
{
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/transactions", Run).Describe(CommandDocs.Transaction);

    private Task Run(HttpContext http, TransactionRequest request)
    {
        if (RequestScope.Read(http, dispatcher, out RequestScope scope) is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = scope.Commands.Context;
        var queue = new List<QueuedCommand>();
        Task answered = Queue(scope, request, queue) is { } refused
            ? refused.WriteAsync(http)
            : Commit(http, scope, request, queue);
        foreach (QueuedCommand command in queue)
            command.Line.Dispose();
        KvEngine.Return(context);
        return answered;
    }

    private Problem? Queue(RequestScope scope, TransactionRequest request, List<QueuedCommand> queue)
    {
        foreach (IReadOnlyList<CommandWord?>? words in request.Commands!)
        {
            CommandLine line = CommandEndpoints.ToLine(words!);
            CommandEntry? entry = dispatcher.Table.Find(line.Arguments);
            Error? refusal = entry is null
                ? dispatcher.Unknown(line.Arguments)
                : Refuse(entry.Info) ?? dispatcher.Refuse(scope.Commands, entry, line.Arguments);
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
        HttpContext http, RequestScope scope, TransactionRequest request, List<QueuedCommand> queue)
    {
        CommandContext context = scope.Commands.Context;
        context.Database = scope.Commands.Database;
        foreach (TransactionPrecondition? precondition in request.Preconditions ?? [])
            context.Preconditions.Add(precondition!.ToEngine());
        using var tape = new ReplyTape();
        TransactionRunner.Outcome outcome = TransactionRunner.Run(scope.Commands, queue, watch: null, tape);
        ResponseHeaders.SetOffset(http.Response, context);
        if (outcome == TransactionRunner.Outcome.OutOfMemory)
            return ProblemWriter.WriteAsync(http, CommonErrors.OutOfMemory);
        if (outcome != TransactionRunner.Outcome.Committed)
            return new Problem(CommonErrors.PreconditionFailed)
            {
                FailedPreconditions = [.. context.FailedPreconditions],
            }.WriteAsync(http);

        using PooledJson json = PooledJson.Rent();
        var writer = new JsonReplyWriter(json.Writer, scope.Encoding);
        json.Writer.WriteStartObject();
        json.Writer.WritePropertyName("results"u8);
        writer.ExpectItems();
        tape.PlayTo(writer);
        json.Writer.WriteEndObject();
        return CommandEndpoints.SendAsync(http, json);
    }
}
