using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Strings;

/// <summary>Parts of a string: its length, its end, a range of it.</summary>
internal static class StringPartEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.PostValue("/strings/{key}/append", StringPartDocs.Append, Append);
        routes.Get("/strings/{key}/range", StringPartDocs.ReadRange, ReadRange);
        routes.PutValue("/strings/{key}/range", StringPartDocs.WriteRange, ReadOffset, WriteRange);
        routes.Get("/strings/{key}/length", StringPartDocs.Length, Length);
    }

    private static Task Append(ref RestCall call, Value value)
    {
        Error? error = call.Execute(new Append { Key = call.Key, Value = value }, out IntegerReply length);
        return call.Json(error, new LengthResult(length.Value), RestJsonContext.Default.LengthResult);
    }

    private static long ReadOffset(ref RestCall call)
    {
        long? offset = call.Url.Integer("offset", min: 0);
        if (offset is null)
            call.Url.Refuse("offset", "must be given.");
        return offset ?? 0;
    }

    private static Task WriteRange(ref RestCall call, long offset, Value value)
    {
        var command = new SetRange { Key = call.Key, Offset = offset, Value = value };
        Error? error = call.Execute(command, out IntegerReply length);
        return call.Json(error, new LengthResult(length.Value), RestJsonContext.Default.LengthResult);
    }

    private static Task ReadRange(ref RestCall call)
    {
        Representation form = call.ChooseForm();
        var command = new GetRange
        {
            Key = call.Key,
            Start = call.Url.Integer("start") ?? 0,
            End = call.Url.Integer("end") ?? -1,
        };
        Error? error = call.Execute(command, out BulkReply part) ?? call.MissingKey;
        return error is null && ValueSender.Refuse(part, form) is { } refusal
            ? call.Fail(refusal)
            : call.WholeValue(error, part, form);
    }

    private static Task Length(ref RestCall call)
    {
        Error? error = call.Execute(new StrLen { Key = call.Key }, out IntegerReply length) ?? call.MissingKey;
        return call.Json(error, new LengthResult(length.Value), RestJsonContext.Default.LengthResult);
    }
}
