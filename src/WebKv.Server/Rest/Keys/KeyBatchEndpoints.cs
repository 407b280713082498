using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Engine.Transactions;
using WebKv.Server.Rest.Commands;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Keys;

/// <summary>
/// Many keys at once, as one unit. The commands reply with a count; which keys it counts is learnt by running one
/// command a key in a transaction.
/// </summary>
internal sealed class KeyBatchEndpoints(CommandDispatcher dispatcher)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/keys:batchDelete", BatchDelete).Describe(KeyDocs.BatchDelete);
        routes.MapPost("/keys:batchExists", BatchExists).Describe(KeyDocs.BatchExists);
        routes.MapPost("/keys:touch", Touch).Describe(KeyDocs.Touch);
    }

    private Task BatchDelete(HttpContext http, KeysRequest request) => Run(http, request, "DEL");

    private Task BatchExists(HttpContext http, KeysRequest request) => Run(http, request, "EXISTS");

    private Task Touch(HttpContext http, KeysRequest request) => Run(http, request, "TOUCH");

    private Task Run(HttpContext http, KeysRequest request, string command)
    {
        var input = new UrlInput(http);
        int database = input.Database(dispatcher.Engine.Options.Databases);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        List<QueuedCommand> queue = Queue(request, command);
        CommandContext context = dispatcher.Engine.Rent();
        context.Database = database;
        var scope = new CommandScope(dispatcher, session: null) { Database = database };
        scope.BeginBatch(context);
        using var tape = new ReplyTape();
        TransactionRunner.Run(scope, queue, watch: null, tape);
        foreach (QueuedCommand queued in queue)
            queued.Line.Dispose();
        List<bool> perKey = tape.ReadFlags();
        Task answered = Answer.JsonAsync(
            http, context, new KeysResult(perKey.Count(found => found), perKey), RestJsonContext.Default.KeysResult);
        KvEngine.Return(context);
        return answered;
    }

    private List<QueuedCommand> Queue(KeysRequest request, string command)
    {
        dispatcher.Table.TryGet(command, out CommandEntry? entry);
        return [.. request.Keys!.Select(key =>
            new QueuedCommand(entry!, CommandLine.Of(command).Add(key!.Bytes)))];
    }
}
