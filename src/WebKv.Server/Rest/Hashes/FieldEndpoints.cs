using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Hashes;
using WebKv.Engine.Replies;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Strings;

namespace WebKv.Server.Rest.Hashes;

/// <summary>One field of a hash.</summary>
internal static class FieldEndpoints
{
    private const string Path = "/hashes/{key}/fields/{field}";

    public static void Map(RestRoutes routes)
    {
        routes.GetAndHead(Path, FieldDocs.Get, Get);
        routes.PutValue<FieldWrite>(Path, FieldDocs.Put, FieldWrite.Read, Put);
        routes.Delete(Path, FieldDocs.Delete, Delete);
        routes.Post<IncrementRequest>($"{Path}/increment", FieldDocs.Increment, Increment);
    }

    private static Task Get(ref RestCall call)
    {
        Representation form = call.ChooseForm();
        byte[] field = call.PathName("field");
        Error? error = call.Execute(new HGet { Key = call.Key, Field = field }, out BulkReply value);
        if (error is null && value.IsNull)
            error = call.MissingField();
        return call.Value(error, value, form);
    }

    private static Task Put(ref RestCall call, FieldWrite write, Value value)
    {
        using CommandLine pair = new CommandLine().Add(write.Field).Add(value);
        var command = new HSetEx
        {
            Key = call.Key,
            Pairs = FieldPairs.Of(pair),
            Condition = write.Options.Condition,
            Expiry = write.Options.Expiry,
        };
        Error? error = call.Execute(command, out FieldsSetReply reply);
        if (error is null && !reply.IsSet)
            error = CommonErrors.PreconditionFailed;
        return call.Stored(error, isNew: reply.Added == 1);
    }

    private static Task Delete(ref RestCall call)
    {
        bool missingOk = call.Url.Flag("missingOk");
        using CommandLine line = new CommandLine().Add(call.PathName("field"));
        Error? error = call.Execute(new HDel { Key = call.Key, Fields = line.AsValues() }, out IntegerReply removed);
        if (error is null && removed.Value == 0 && !missingOk)
            error = call.MissingField();
        return call.NoContent(error);
    }

    private static Task Increment(ref RestCall call, IncrementRequest request)
    {
        byte[] field = call.PathName("field");
        if (request.By is { } by)
        {
            var add = new HIncrBy { Key = call.Key, Field = field, Delta = by };
            Error? error = call.Execute(add, out IntegerReply sum);
            return Answer(ref call, error, JsonNumber.Of(sum.Value));
        }
        RealNumber.TryParse(Encoding.UTF8.GetBytes(request.ByFloat!.Text), out RealNumber increment);
        var command = new HIncrByFloat { Key = call.Key, Field = field, Increment = increment };
        Error? failure = call.Execute(command, out BulkReply text);
        return Answer(ref call, failure, JsonNumber.Of(text.Bytes));
    }

    private static Task Answer(ref RestCall call, Error? error, JsonNumber sum) =>
        call.Json(error, new NumberResult(sum), RestJsonContext.Default.NumberResult);
}
