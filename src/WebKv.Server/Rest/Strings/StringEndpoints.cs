using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;
using WebKv.Server.Rest.Validation;

namespace WebKv.Server.Rest.Strings;

/// <summary>
/// GET, HEAD, PUT and DELETE of one string: the hot path of the door.
/// </summary>
/// <remarks>
/// The handlers take the HttpContext and nothing else, so nothing is bound, resolved or boxed per request. A request
/// whose body is at hand runs from parsing to the connection's pipe on one thread without an await.
/// </remarks>
internal sealed class StringEndpoints(KvEngine engine, int jsonBytesMax)
{
    private const int KeySegment = 2;
    private const int Segments = 3;
    private static readonly SetStringRequestValidator Validator = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/strings/{key}", [HttpMethods.Get], (Delegate)Get).Describe(StringDocs.Get);
        routes.MapMethods("/strings/{key}", [HttpMethods.Head], (Delegate)Get).Describe(StringDocs.Get);
        routes.MapPut("/strings/{key}", (Delegate)Put)
            .Describe(StringDocs.Put).WithMetadata(new BodyLimit(Values.LengthMax));
        routes.MapDelete("/strings/{key}", (Delegate)Delete).Describe(StringDocs.Delete);
    }

    private Task Get(HttpContext http)
    {
        var input = new UrlInput(http);
        byte[] key = input.Name(KeySegment, Segments);
        int database = input.Database(engine.Options.Databases);
        Representation? form = Representation.Choose(http, ref input);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        if (form is null)
            return Representation.NotAcceptable().WriteAsync(http);

        CommandContext context = engine.Rent();
        context.Database = database;
        context.StateKey = key;
        Error? error = engine.Execute(context, new Get { Key = Key.Of(key) }, out BulkReply reply);
        Task sent = error is null
            ? StringSender.SendAsync(http, context, reply, form.Value)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return sent;
    }

    private Task Put(HttpContext http)
    {
        var input = new UrlInput(http);
        var write = new StringWrite(input.Name(KeySegment, Segments), input.Database(engine.Options.Databases));
        bool isEnvelope = !input.Flag("raw") && ValueBody.IsJson(http.Request.ContentType);
        if (!isEnvelope)
            write = write.WithOptions(ref input);
        if (input.Flag("returnPrevious"))
            write = write with { Previous = Representation.ChooseForWrite(http, ref input) };
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        return isEnvelope ? PutEnvelopeAsync(http, write) : PutRawAsync(http, write);
    }

    private Task Delete(HttpContext http)
    {
        var input = new UrlInput(http);
        byte[] key = input.Name(KeySegment, Segments);
        int database = input.Database(engine.Options.Databases);
        bool missingOk = input.Flag("missingOk");
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);

        CommandContext context = engine.Rent();
        context.Database = database;
        EntityTag.AddPreconditions(context, http.Request.Headers, key);
        Error? error = engine.Execute(context, new GetDel { Key = Key.Of(key) }, out BulkReply old);
        if (error is null && old.IsNull && !missingOk)
            error = CommonErrors.NoSuchKey;
        ResponseHeaders.SetOffset(http.Response, context);
        KvEngine.Return(context);
        if (error is not null)
            return ProblemWriter.WriteAsync(http, error);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task PutRawAsync(HttpContext http, StringWrite write)
    {
        using RequestBody body = await RequestBody.ReadAsync(http, Values.LengthMax);
        await StoreAsync(http, write, body);
    }

    private async Task PutEnvelopeAsync(HttpContext http, StringWrite write)
    {
        using RequestBody json = await RequestBody.ReadAsync(http, jsonBytesMax);
        Problem? problem = JsonBody.Parse(
            json.Bytes, RestJsonContext.Default.SetStringRequest, out SetStringRequest? request)
            ?? ValidationProblem.Check(Validator, request!);
        if (problem is not null)
        {
            await problem.WriteAsync(http);
            return;
        }
        using RequestBody value = RequestBody.Of(request!.Value!.Bytes);
        await StoreAsync(http, write.WithOptions(request), value);
    }

    private Task StoreAsync(HttpContext http, StringWrite write, RequestBody body)
    {
        CommandContext context = engine.Rent();
        context.Database = write.Database;
        context.StateKey = write.Key;
        EntityTag.AddPreconditions(context, http.Request.Headers, write.Key);
        var set = new Set
        {
            Key = Key.Of(write.Key),
            Value = body.Value,
            Expiry = write.Expiry,
            Condition = write.Condition,
            ReturnOld = write.Previous is not null,
        };
        Error? error = engine.Execute(context, set, out SetReply reply);
        if (error is null && !reply.Written)
            error = CommonErrors.PreconditionFailed;
        Task answered = error is null
            ? AnswerAsync(http, context, write, reply)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private static Task AnswerAsync(HttpContext http, CommandContext context, StringWrite write, SetReply reply)
    {
        HttpResponse response = http.Response;
        // A value with an expiry that is past already is gone.
        if (context.State.Exists)
            response.Headers.ETag = EntityTag.Format(context.State.Etag, 'r');
        ResponseHeaders.SetOffset(response, context);
        if (write.Previous is { } form && !reply.Old.IsNull)
            return StringSender.SendBodyAsync(http, reply.Old, form);
        if (!reply.IsNew)
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        response.StatusCode = StatusCodes.Status201Created;
        response.Headers.Location = LocationOf(http);
        response.ContentLength = 0;
        return Task.CompletedTask;
    }

    private static string LocationOf(HttpContext http)
    {
        RequestTarget target = RequestTarget.Of(http);
        return target.Query.IsEmpty
            ? target.Path.ToString()
            : string.Concat(target.Path, UrlInput.NamingParameters(target));
    }
}
