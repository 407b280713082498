using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Keys;

/// <summary>One key of any type: what it is, its end, and its other names.</summary>
internal sealed class KeyEndpoints(KvEngine engine)
{
    private const int Segments = 3;
    private const int ActionSegments = 4;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/keys/{key}", [HttpMethods.Get], (Delegate)Describe).Describe(KeyDocs.Get);
        routes.MapMethods("/keys/{key}", [HttpMethods.Head], (Delegate)Describe).Describe(KeyDocs.Get);
        routes.MapDelete("/keys/{key}", (Delegate)Delete).Describe(KeyDocs.Delete);
        routes.MapPost("/keys/{key}/rename", Rename).Describe(KeyDocs.Rename);
        routes.MapPost("/keys/{key}/copy", Copy).Describe(KeyDocs.Copy);
        routes.MapGet("/keys:random", (Delegate)Random).Describe(KeyDocs.Random);
    }

    private Task Describe(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.Rent(engine);
        Error? error = engine.Execute(context, new DescribeKey { Key = Key.Of(address.Key) }, out KeyFacts facts);
        Task answered = error is null ? SendFacts(http, context, facts) : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task Delete(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        bool missingOk = input.Flag("missingOk");
        bool isAsync = input.Flag("async");
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        using CommandLine line = new CommandLine().Add(address.Key);
        var keys = new KeyList(line.Arguments, 0, 1);
        CommandContext context = address.RentForWrite(engine, http);
        Error? error = isAsync
            ? engine.Execute(context, new Unlink { Keys = keys }, out IntegerReply removed)
            : engine.Execute(context, new Del { Keys = keys }, out removed);
        if (error is null && removed.Value == 0 && !missingOk)
            error = CommonErrors.NoSuchKey;
        Task answered = error is null ? Answer.NoContent(http, context) : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task Rename(HttpContext http, TargetRequest request)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, ActionSegments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        Key key = Key.Of(address.Key), target = Key.Of(request.To!.Bytes);
        CommandContext context = (address with { Key = request.To.Bytes }).Rent(engine);
        EntityTag.AddPreconditions(context, http.Request.Headers, address.Key);
        Error? error;
        if (request.Replace == true)
            error = engine.Execute(context, new Rename { Key = key, NewKey = target }, out OkReply _);
        else
            error = engine.Execute(context, new RenameNx { Key = key, NewKey = target }, out IntegerReply renamed)
                ?? (renamed.Value == 0 ? TargetExists : null);
        return Finish(http, context, error, request.To);
    }

    private Task Copy(HttpContext http, TargetRequest request)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, ActionSegments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.RentForWrite(engine, http);
        var command = new Copy
        {
            Source = Key.Of(address.Key),
            Destination = Key.Of(request.To!.Bytes),
            Replace = request.Replace == true,
        };
        Error? error = engine.Execute(context, command, out IntegerReply copied);
        if (error is null && copied.Value == 0)
            error = context.State.Exists ? TargetExists : CommonErrors.NoSuchKey;
        return Finish(http, context, error, request.To);
    }

    private Task Random(HttpContext http)
    {
        var input = new UrlInput(http);
        int database = input.Database(engine.Options.Databases);
        BinaryEncoding encoding = Representation.ReadEncoding(ref input);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = engine.Rent();
        context.Database = database;
        Error? error = engine.Execute(context, new RandomKey(), out BulkReply key);
        if (error is null && key.IsNull)
            error = CommonErrors.NoSuchKey;
        return Finish(http, context, error, new BinaryValue(key.Bytes.ToArray(), encoding));
    }

    private static readonly Error TargetExists = new(ErrorCode.TargetExists, "BUSYKEY the target key exists");

    private static Task SendFacts(HttpContext http, CommandContext context, KeyFacts facts)
    {
        ResponseHeaders.SetKey(http.Response, context.State, context.NowMs);
        var result = new KeyResult(
            ResponseHeaders.TypeNameOf(facts.Type),
            facts.TtlMs(context.NowMs),
            Encoding.ASCII.GetString(facts.Encoding),
            facts.MemoryBytes,
            EntityTag.Format(context.State.Etag, 'r'));
        // No ETag header: this body changes while the content, for which the tag stands, does not.
        ResponseHeaders.SetOffset(http.Response, context);
        return JsonBody.WriteAsync(http, result, RestJsonContext.Default.KeyResult);
    }

    private static Task Finish(HttpContext http, CommandContext context, Error? error, BinaryValue key)
    {
        Task answered = error is null
            ? Answer.JsonAsync(http, context, new KeyName(key), RestJsonContext.Default.KeyName)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }
}
