using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Keys;

/// <summary>How long a key lives.</summary>
internal sealed class KeyTtlEndpoints(KvEngine engine)
{
    private const int Segments = 4;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/keys/{key}/ttl", (Delegate)Read).Describe(KeyDocs.GetTtl);
        routes.MapPut("/keys/{key}/ttl", Write).Describe(KeyDocs.PutTtl);
        routes.MapDelete("/keys/{key}/ttl", (Delegate)Remove).Describe(KeyDocs.DeleteTtl);
    }

    private Task Read(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.Rent(engine);
        Error? error = engine.Execute(context, new DescribeKey { Key = Key.Of(address.Key) }, out KeyFacts facts);
        var result = new TtlResult(
            facts.TtlMs(context.NowMs), facts.ExpiryMs == 0 ? null : Rfc3339.Format(facts.ExpiryMs));
        ResponseHeaders.SetOffset(http.Response, context);
        Task answered = error is null
            ? JsonBody.WriteAsync(http, result, RestJsonContext.Default.TtlResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task Write(HttpContext http, SetTtlRequest request)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.RentForWrite(engine, http);
        Key key = Key.Of(address.Key);
        Error? error = Expire(context, key, request, out IntegerReply applied);
        if (error is null && applied.Value == 0 && !context.State.Exists)
            error = CommonErrors.NoSuchKey;
        Task answered = error is null
            ? Answer.JsonAsync(
                http, context, new AppliedResult(applied.Value == 1), RestJsonContext.Default.AppliedResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task Remove(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.RentForWrite(engine, http);
        Error? error = engine.Execute(context, new Persist { Key = Key.Of(address.Key) }, out IntegerReply _);
        if (error is null && !context.State.Exists)
            error = CommonErrors.NoSuchKey;
        Task answered = error is null ? Answer.NoContent(http, context) : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Error? Expire(CommandContext context, Key key, SetTtlRequest request, out IntegerReply applied)
    {
        ExpireCondition condition = ConditionOf(request.When);
        if (request.TtlMs is not { } ttlMs)
            return engine.Execute(
                context, new PExpireAt { Key = key, UnixMs = TimeOf(request), Condition = condition }, out applied);
        return engine.Execute(
            context, new PExpire { Key = key, Milliseconds = ttlMs, Condition = condition }, out applied);
    }

    private static long TimeOf(SetTtlRequest request)
    {
        Rfc3339.TryParse(request.ExpireAt!, out long unixMs);
        return unixMs;
    }

    private static ExpireCondition ConditionOf(string? when) => when switch
    {
        "ifNone" => ExpireCondition.HasNone,
        "ifSome" => ExpireCondition.HasSome,
        "ifGreater" => ExpireCondition.Greater,
        "ifLess" => ExpireCondition.Less,
        _ => ExpireCondition.None,
    };
}
