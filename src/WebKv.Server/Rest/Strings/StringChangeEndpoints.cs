using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>Operations that read a string and change it in one step.</summary>
internal static class StringChangeEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Post<IncrementRequest>("/strings/{key}/increment", StringPartDocs.Increment, Increment);
        routes.Post("/strings/{key}/take", StringPartDocs.Take, Take);
        routes.Post<TouchTtlRequest>("/strings/{key}/touch-ttl", StringPartDocs.TouchTtl, TouchTtl);
    }

    private static Task Increment(ref RestCall call, IncrementRequest request)
    {
        if (request.By is { } by)
        {
            Error? error = call.Execute(new IncrBy { Key = call.Key, Delta = by }, out IntegerReply sum);
            return Answer(ref call, error, JsonNumber.Of(sum.Value));
        }
        RealNumber.TryParse(Encoding.UTF8.GetBytes(request.ByFloat!.Text), out RealNumber increment);
        var command = new IncrByFloat { Key = call.Key, Increment = increment };
        Error? failure = call.Execute(command, out BulkReply text);
        return Answer(ref call, failure, JsonNumber.Of(text.Bytes));
    }

    private static Task Take(ref RestCall call)
    {
        Representation form = call.ChooseFormOfWrite();
        Error? error = call.Execute(new GetDel { Key = call.Key }, out BulkReply value);
        return call.WholeValue(error, value, form);
    }

    private static Task TouchTtl(ref RestCall call, TouchTtlRequest request)
    {
        Representation form = call.ChooseFormOfWrite();
        Expiry expiry = request switch
        {
            { TtlMs: { } ttlMs } => Expiry.After(ttlMs),
            { ExpireAt: { } time } when Rfc3339.TryParse(time, out long unixMs) => Expiry.At(unixMs),
            _ => Expiry.Remove,
        };
        Error? error = call.Execute(new GetEx { Key = call.Key, Expiry = expiry }, out BulkReply value);
        return call.WholeValue(error, value, form);
    }

    private static Task Answer(ref RestCall call, Error? error, JsonNumber sum) =>
        call.Json(error, new NumberResult(sum), RestJsonContext.Default.NumberResult);
}
