using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using WebKv.Engine.Commands;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Calls;

/// <summary>
/// Maps the operations of the REST door that run commands: one line each, with its path, its description and its
/// method.
/// </summary>
/// <remarks>
/// What they have in common stands here: a call is made of the request, the operation runs on it, and the context of
/// the engine is given back even if that fails. Bodies are received before the context is rented, so that none is held
/// over an await. The handlers take the HttpContext and nothing else, so nothing is bound, resolved or boxed per
/// request.
/// </remarks>
internal sealed class RestRoutes(IEndpointRouteBuilder v1, CommandDispatcher dispatcher, LimitOptions limits)
{
    private static readonly string[] GetAndHeadMethods = [HttpMethods.Get, HttpMethods.Head];

    private readonly CancellationToken _stopping =
        v1.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    private JsonBodyReader<ValueRequest> Envelopes => field ??= ReaderOf<ValueRequest>();

    public void Get(string path, OperationDocs docs, RestOperation operation) =>
        Map(HttpMethods.Get, path, docs, operation);

    public void GetAndHead(string path, OperationDocs docs, RestOperation operation)
    {
        foreach (string method in GetAndHeadMethods)
            Map(method, path, docs, operation);
    }

    public void Post(string path, OperationDocs docs, RestOperation operation) =>
        Map(HttpMethods.Post, path, docs, operation);

    public void Delete(string path, OperationDocs docs, RestOperation operation) =>
        Map(HttpMethods.Delete, path, docs, operation);

    public void Post<TBody>(string path, OperationDocs docs, BodyOperation<TBody> operation)
        where TBody : class => Map(HttpMethods.Post, path, docs, operation);

    /// <summary>An operation that may wait when it finds nothing; it then answers with no content.</summary>
    public void PostWaiting<TBody>(string path, OperationDocs docs, BodyOperation<TBody> operation)
        where TBody : class, IWaitingBody
    {
        var route = new RestRoute(path);
        JsonBodyReader<TBody> reader = ReaderOf<TBody>();
        v1.MapPost(path, (Delegate)((HttpContext http) => ReceiveWaiting(http, route, reader, operation)))
            .Describe(docs);
    }

    /// <summary>A PUT whose URL says all.</summary>
    public void Put(string path, OperationDocs docs, RestOperation operation) =>
        Map(HttpMethods.Put, path, docs, operation);

    public void Put<TBody>(string path, OperationDocs docs, BodyOperation<TBody> operation)
        where TBody : class => Map(HttpMethods.Put, path, docs, operation);

    public void Patch<TBody>(string path, OperationDocs docs, BodyOperation<TBody> operation)
        where TBody : class => Map(HttpMethods.Patch, path, docs, operation);

    /// <summary>An operation whose body is one value, with nothing in the URL but the key.</summary>
    public void PostValue(string path, OperationDocs docs, ValueOperation operation) => MapValue(
        HttpMethods.Post, path, docs, static (ref RestCall _) => true,
        (ref RestCall call, bool _, Value value) => operation(ref call, value));

    /// <summary>An operation whose body is one value.</summary>
    public void PostValue<TOptions>(
        string path, OperationDocs docs, OptionsReader<TOptions> read, OptionsOperation<TOptions> operation) =>
        MapValue(HttpMethods.Post, path, docs, read, operation);

    /// <summary>An operation whose body is one value.</summary>
    public void PutValue<TOptions>(
        string path, OperationDocs docs, OptionsReader<TOptions> read, OptionsOperation<TOptions> operation) =>
        MapValue(HttpMethods.Put, path, docs, read, operation);

    /// <summary>An operation whose body is JSON of its own kind, or one value as it is.</summary>
    public void PostValueOr<TBody, TOptions>(
        string path, OperationDocs docs, BodyOperation<TBody> operation,
        OptionsReader<TOptions> read, OptionsOperation<TOptions> valueOperation)
        where TBody : class
    {
        var route = new RestRoute(path);
        JsonBodyReader<TBody> reader = ReaderOf<TBody>();
        v1.MapPost(path, (Delegate)((HttpContext http) => TakesVerbatim(http)
                ? Receive(http, route, read, valueOperation)
                : Receive(http, route, reader, operation)))
            .Describe(docs).WithMetadata(new BodyLimit(Values.LengthMax));
    }

    /// <summary>An operation that receives its body itself.</summary>
    public void PutStream(string path, OperationDocs docs, Func<HttpContext, RestRoute, Task> handle)
    {
        var route = new RestRoute(path);
        v1.MapPut(path, (Delegate)((HttpContext http) => handle(http, route)))
            .Describe(docs).WithMetadata(new BodyLimit(Values.LengthMax));
    }

    /// <summary>What receives bodies of a type. A body without a contract or a validator fails the start.</summary>
    public JsonBodyReader<TBody> ReaderOf<TBody>()
        where TBody : class => new(
            (JsonTypeInfo<TBody>)RestJsonContext.Default.GetTypeInfo(typeof(TBody))!,
            v1.ServiceProvider.GetRequiredService<IValidator<TBody>>(),
            limits.JsonBodyBytes);

    /// <summary>Runs an operation on a call whose URL and body have been read.</summary>
    public Task Run<TOptions>(
        HttpContext http, RestRoute route, CallTarget target, TOptions options, RequestBody body,
        OptionsOperation<TOptions> operation)
    {
        var call = new RestCall(http, dispatcher, route, target, default);
        try
        {
            return operation(ref call, options, body.Value);
        }
        finally
        {
            call.Dispose();
        }
    }

    private static bool TakesVerbatim(HttpContext http) =>
        !ValueBody.IsJson(http.Request.ContentType) || new UrlInput(http).Flag("raw");

    private void Map(string method, string path, OperationDocs docs, RestOperation operation)
    {
        var route = new RestRoute(path);
        v1.MapMethods(path, [method], (Delegate)((HttpContext http) => Run(http, route, operation))).Describe(docs);
    }

    private void Map<TBody>(string method, string path, OperationDocs docs, BodyOperation<TBody> operation)
        where TBody : class
    {
        var route = new RestRoute(path);
        JsonBodyReader<TBody> reader = ReaderOf<TBody>();
        v1.MapMethods(path, [method], (Delegate)((HttpContext http) => Receive(http, route, reader, operation)))
            .Describe(docs);
    }

    private void MapValue<TOptions>(
        string method, string path, OperationDocs docs, OptionsReader<TOptions> read,
        OptionsOperation<TOptions> operation)
    {
        var route = new RestRoute(path);
        v1.MapMethods(path, [method], (Delegate)((HttpContext http) => Receive(http, route, read, operation)))
            .Describe(docs).WithMetadata(new BodyLimit(Values.LengthMax));
    }

    private Task Run(HttpContext http, RestRoute route, RestOperation operation)
    {
        RestCall call = RestCall.Begin(http, dispatcher, route);
        try
        {
            return operation(ref call);
        }
        finally
        {
            call.Dispose();
        }
    }

    private Task Run<TBody>(HttpContext http, RestRoute route, BodyOperation<TBody> operation, TBody body)
    {
        RestCall call = RestCall.Begin(http, dispatcher, route);
        try
        {
            return operation(ref call, body);
        }
        finally
        {
            call.Dispose();
        }
    }

    private async Task Receive<TBody>(
        HttpContext http, RestRoute route, JsonBodyReader<TBody> reader, BodyOperation<TBody> operation)
        where TBody : class
    {
        if (await reader.ReadOrAnswerAsync(http) is { } body)
            await Run(http, route, operation, body);
    }

    private async Task ReceiveWaiting<TBody>(
        HttpContext http, RestRoute route, JsonBodyReader<TBody> reader, BodyOperation<TBody> operation)
        where TBody : class, IWaitingBody
    {
        if (await reader.ReadOrAnswerAsync(http) is not { } body)
            return;
        long waitMs = WaitPreference.Read(http, body);
        if (waitMs == 0)
            await Run(http, route, operation, body);
        else
            await new RestWait<TBody>(http, dispatcher, route, operation, body, waitMs).RunAsync(_stopping);
    }

    private Task Receive<TOptions>(
        HttpContext http, RestRoute route, OptionsReader<TOptions> read, OptionsOperation<TOptions> operation)
    {
        RestCall call = RestCall.Begin(http, dispatcher, route);
        bool isRaw = call.Url.Flag("raw");
        TOptions options = read(ref call);
        CallTarget target = call.Target;
        return call.Problem is { } problem ? problem.WriteAsync(http) : RunAsync();

        async Task RunAsync()
        {
            if (await ValueBody.ReadOrAnswerAsync(http, isRaw, Envelopes) is not { } body)
                return;
            using (body)
                await Run(http, route, target, options, body, operation);
        }
    }
}
