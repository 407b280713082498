using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Strings;

/// <summary>Parts of a string: its length, its end, a range of it.</summary>
internal sealed class StringPartEndpoints(KvEngine engine, int jsonBytesMax)
{
    private const int Segments = 4;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/strings/{key}/append", (Delegate)AppendAsync)
            .Describe(StringPartDocs.Append).WithMetadata(new BodyLimit(Values.LengthMax));
        routes.MapGet("/strings/{key}/range", (Delegate)ReadRange).Describe(StringPartDocs.ReadRange);
        routes.MapPut("/strings/{key}/range", (Delegate)WriteRangeAsync)
            .Describe(StringPartDocs.WriteRange).WithMetadata(new BodyLimit(Values.LengthMax));
        routes.MapGet("/strings/{key}/length", (Delegate)Length).Describe(StringPartDocs.Length);
    }

    private Task AppendAsync(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        bool isRaw = input.Flag("raw");
        return input.Problem is { } problem ? problem.WriteAsync(http) : RunAsync();

        async Task RunAsync()
        {
            if (await ValueBody.ReadOrAnswerAsync(http, isRaw, jsonBytesMax) is not { } body)
                return;
            using (body)
                await Append(http, address, body);
        }
    }

    private Task WriteRangeAsync(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        bool isRaw = input.Flag("raw");
        long? offset = input.Integer("offset", min: 0);
        if (offset is null)
            input.Refuse("offset", "must be given.");
        return input.Problem is { } problem ? problem.WriteAsync(http) : RunAsync();

        async Task RunAsync()
        {
            if (await ValueBody.ReadOrAnswerAsync(http, isRaw, jsonBytesMax) is not { } body)
                return;
            using (body)
                await WriteRange(http, address, offset!.Value, body);
        }
    }

    private Task ReadRange(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        long start = input.Integer("start") ?? 0;
        long end = input.Integer("end") ?? -1;
        Representation? form = Representation.Choose(http, ref input);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        if (form is null)
            return Representation.NotAcceptable().WriteAsync(http);

        CommandContext context = address.Rent(engine);
        var command = new GetRange { Key = Key.Of(address.Key), Start = start, End = end };
        Error? error = engine.Execute(context, command, out BulkReply part);
        if (error is null && !context.State.Exists)
            error = CommonErrors.NoSuchKey;
        Problem? failure = error is null ? StringSender.Refuse(part, form.Value) : new Problem(error);
        Task answered = failure is null ? SendPart(http, context, part, form.Value) : failure.WriteAsync(http);
        KvEngine.Return(context);
        return answered;
    }

    private Task Length(HttpContext http)
    {
        var input = new UrlInput(http);
        KeyAddress address = KeyAddress.Read(ref input, engine, Segments);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        CommandContext context = address.Rent(engine);
        Error? error = engine.Execute(context, new StrLen { Key = Key.Of(address.Key) }, out IntegerReply length);
        if (error is null && !context.State.Exists)
            error = CommonErrors.NoSuchKey;
        return Finish(http, context, error, length);
    }

    private Task Append(HttpContext http, KeyAddress address, RequestBody body)
    {
        CommandContext context = address.RentForWrite(engine, http);
        var command = new Append { Key = Key.Of(address.Key), Value = body.Value };
        return Finish(http, context, engine.Execute(context, command, out IntegerReply length), length);
    }

    private Task WriteRange(HttpContext http, KeyAddress address, long offset, RequestBody body)
    {
        CommandContext context = address.RentForWrite(engine, http);
        var command = new SetRange { Key = Key.Of(address.Key), Offset = offset, Value = body.Value };
        return Finish(http, context, engine.Execute(context, command, out IntegerReply length), length);
    }

    private static Task SendPart(HttpContext http, CommandContext context, BulkReply part, Representation form)
    {
        http.Response.Headers.Vary = "Accept";
        ResponseHeaders.SetKey(http.Response, context.State, context.NowMs);
        ResponseHeaders.SetOffset(http.Response, context);
        return StringSender.SendBodyAsync(http, part, form);
    }

    private static Task Finish(HttpContext http, CommandContext context, Error? error, IntegerReply length)
    {
        Task answered = error is null
            ? Answer.JsonAsync(http, context, new LengthResult(length.Value), RestJsonContext.Default.LengthResult)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }
}
