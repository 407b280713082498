using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>
/// GET, HEAD, PUT and DELETE of one string: the hot path of the door.
/// </summary>
/// <remarks>A request whose body is at hand runs from parsing to the connection's pipe on one thread without an await.
/// </remarks>
internal sealed class StringEndpoints(
    RestRoutes routes, CommandDispatcher dispatcher, JsonBodyReader<SetStringRequest> envelopes)
{
    public void Map()
    {
        routes.GetAndHead("/strings/{key}", StringDocs.Get, Get);
        routes.PutStream("/strings/{key}", StringDocs.Put, Put);
        routes.Delete("/strings/{key}", StringDocs.Delete, Delete);
    }

    private static Task Get(ref RestCall call)
    {
        Representation form = call.ChooseForm();
        Error? error = call.Execute(new Get { Key = call.Key }, out BulkReply value);
        return call.Value(error, value, form);
    }

    private static Task Delete(ref RestCall call)
    {
        bool missingOk = call.Url.Flag("missingOk");
        Error? error = call.Execute(new GetDel { Key = call.Key }, out BulkReply old);
        if (error is null && old.IsNull && !missingOk)
            error = CommonErrors.NoSuchKey;
        return call.NoContent(error);
    }

    private Task Put(HttpContext http, RestRoute route)
    {
        RestCall call = RestCall.Begin(http, dispatcher, route);
        bool isEnvelope = !call.Url.Flag("raw") && ValueBody.IsJson(http.Request.ContentType);
        StringWrite write = isEnvelope ? default : default(StringWrite).WithOptions(ref call.Url);
        if (call.Url.Flag("returnPrevious"))
            write = write with { Previous = call.ChooseFormOfWrite() };
        if (call.Problem is { } problem)
            return problem.WriteAsync(http);
        return isEnvelope
            ? PutEnvelopeAsync(http, route, call.Target, write)
            : PutRawAsync(http, route, call.Target, write);
    }

    private async Task PutRawAsync(HttpContext http, RestRoute route, CallTarget target, StringWrite write)
    {
        using RequestBody body = await RequestBody.ReadAsync(http, Values.LengthMax);
        await routes.Run(http, route, target, write, body, Store);
    }

    private async Task PutEnvelopeAsync(HttpContext http, RestRoute route, CallTarget target, StringWrite write)
    {
        if (await envelopes.ReadOrAnswerAsync(http) is not { } request)
            return;
        using RequestBody value = RequestBody.Of(request.Value!.Bytes);
        await routes.Run(http, route, target, write.WithOptions(request), value, Store);
    }

    private static Task Store(ref RestCall call, StringWrite write, Value value)
    {
        var set = new Set
        {
            Key = call.Key,
            Value = value,
            Expiry = write.Expiry,
            Condition = write.Condition,
            ReturnOld = write.Previous is not null,
        };
        Error? error = call.Execute(set, out SetReply reply);
        if (error is null && !reply.Written)
            error = CommonErrors.PreconditionFailed;
        return error is null && write.Previous is { } form && !reply.Old.IsNull
            ? call.WholeValue(error, reply.Old, form)
            : call.Stored(error, reply.IsNew);
    }
}
