using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Strings;

/// <summary>Many strings at once, as one unit.</summary>
internal sealed class BatchEndpoints(KvEngine engine)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/strings:batchGet", GetMany).Describe(StringDocs.BatchGet);
        routes.MapPost("/strings:batchSet", SetMany).Describe(StringDocs.BatchSet);
    }

    private Task GetMany(HttpContext http, BatchGetRequest request)
    {
        var input = new UrlInput(http);
        int database = input.Database(engine.Options.Databases);
        BinaryEncoding encoding = Representation.ReadEncoding(ref input);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        using CommandLine line = NameLine.Of(request.Keys!);
        CommandContext context = engine.Rent();
        context.Database = database;
        var command = new MGet { Keys = new KeyList(line.Arguments, 0, line.Count) };
        Error? error = engine.Execute(context, command, out BulksReply values);
        Problem? failure = error is null ? Refuse(values, encoding) : new Problem(error);
        Task answered = failure is null
            ? Answer.JsonAsync(http, context, Collect(values, encoding), RestJsonContext.Default.BatchGetResult)
            : failure.WriteAsync(http);
        KvEngine.Return(context);
        return answered;
    }

    private Task SetMany(HttpContext http, BatchSetRequest request)
    {
        var input = new UrlInput(http);
        int database = input.Database(engine.Options.Databases);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        using var line = new CommandLine();
        foreach (BatchSetItem? item in request.Items!)
            line.Add(item!.Key!.Bytes).Add(item.Value!.Bytes);
        CommandContext context = engine.Rent();
        context.Database = database;
        Error? error = Store(context, line, onlyIfAbsent: request.Condition is not null);
        Task answered = error is null
            ? Answer.JsonAsync(
                http, context, new BatchSetResult(request.Items.Count), RestJsonContext.Default.BatchSetResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Error? Store(CommandContext context, CommandLine line, bool onlyIfAbsent)
    {
        var pairs = new KeyList(line.Arguments, 0, line.Count / 2, step: 2);
        if (!onlyIfAbsent)
            return engine.Execute(context, new MSet { Pairs = pairs }, out OkReply _);
        Error? error = engine.Execute(context, new MSetNx { Pairs = pairs }, out IntegerReply written);
        return error ?? (written.Value == 0 ? CommonErrors.PreconditionFailed : null);
    }

    private static Problem? Refuse(BulksReply values, BinaryEncoding encoding)
    {
        var form = new Representation(RepresentationKind.Json, encoding);
        long total = 0;
        for (int i = 0; i < values.Count; i++)
        {
            total += values[i].Bytes.Length;
            if (StringSender.Refuse(values[i], form) is { } refusal)
                return refusal;
        }
        return total <= StringSender.JsonBytesMax * 4L ? null : Problem.Of(
            ErrorCode.NotAcceptable, $"the values have {total} bytes together; read fewer at once, or each for itself");
    }

    private static BatchGetResult Collect(BulksReply values, BinaryEncoding encoding)
    {
        var items = new BinaryValue?[values.Count];
        for (int i = 0; i < items.Length; i++)
            items[i] = values[i].IsNull ? null : new BinaryValue(values[i].Bytes.ToArray(), encoding);
        return new BatchGetResult(items);
    }
}
