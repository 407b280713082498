using System.Text;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Strings;

/// <summary>Operations that read a string and change it in one step.</summary>
internal sealed class StringChangeEndpoints(KvEngine engine)
{
    private const int Segments = 4;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/strings/{key}/increment", Increment).Describe(StringPartDocs.Increment);
        routes.MapPost("/strings/{key}/take", (Delegate)Take).Describe(StringPartDocs.Take);
        routes.MapPost("/strings/{key}/touch-ttl", TouchTtl).Describe(StringPartDocs.TouchTtl);
    }

    private Task Increment(HttpContext http, IncrementRequest request)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.RentForWrite(engine, http);
        Error? error = request.By is { } by
            ? Add(context, address, by, out JsonNumber? sum)
            : AddFloat(context, address, request.ByFloat!, out sum);
        Task answered = error is null
            ? Answer.JsonAsync(http, context, new NumberResult(sum!), RestJsonContext.Default.NumberResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private Task Take(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        Representation form = Representation.ChooseForWrite(http, ref input);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.RentForWrite(engine, http);
        Error? error = engine.Execute(context, new GetDel { Key = Key.Of(address.Key) }, out BulkReply value);
        return Finish(http, context, error, value, form);
    }

    private Task TouchTtl(HttpContext http, TouchTtlRequest request)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        Representation form = Representation.ChooseForWrite(http, ref input);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        Expiry expiry = request switch
        {
            { TtlMs: { } ttlMs } => Expiry.After(ttlMs),
            { ExpireAt: { } time } when Rfc3339.TryParse(time, out long unixMs) => Expiry.At(unixMs),
            _ => Expiry.Remove,
        };
        CommandContext context = address.RentForWrite(engine, http);
        var command = new GetEx { Key = Key.Of(address.Key), Expiry = expiry };
        return Finish(http, context, engine.Execute(context, command, out BulkReply value), value, form);
    }

    private Error? Add(CommandContext context, KeyAddress address, long by, out JsonNumber? sum)
    {
        Error? error = engine.Execute(
            context, new IncrBy { Key = Key.Of(address.Key), Delta = by }, out IntegerReply reply);
        sum = error is null ? JsonNumber.Of(reply.Value) : null;
        return error;
    }

    private Error? AddFloat(CommandContext context, KeyAddress address, JsonNumber by, out JsonNumber? sum)
    {
        RealNumber.TryParse(Encoding.UTF8.GetBytes(by.Text), out RealNumber increment);
        Error? error = engine.Execute(
            context, new IncrByFloat { Key = Key.Of(address.Key), Increment = increment }, out BulkReply reply);
        sum = error is null ? JsonNumber.Of(reply.Bytes) : null;
        return error;
    }

    private static Task Finish(
        HttpContext http, CommandContext context, Error? error, BulkReply value, Representation form)
    {
        if (error is null && value.IsNull)
            error = CommonErrors.NoSuchKey;
        Task answered = error is null ? Send(http, context, value, form) : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    private static Task Send(HttpContext http, CommandContext context, BulkReply value, Representation form)
    {
        http.Response.Headers.Vary = "Accept";
        Answer.SetHeaders(http, context);
        if (context.State.Exists)
            ResponseHeaders.SetKey(http.Response, context.State, context.NowMs);
        return StringSender.SendBodyAsync(http, value, form);
    }
}
