using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Commands;

/// <summary>Any command as JSON: one, or many in a pipeline.</summary>
internal sealed class CommandEndpoints(CommandDispatcher dispatcher)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/commands", Run).Describe(CommandDocs.Run);
        routes.MapPost("/pipelines", RunPipeline).Describe(CommandDocs.Pipeline);
    }

    private Task Run(HttpContext http, CommandRequest request)
    {
        if (RequestScope.Read(http, dispatcher, out RequestScope scope) is { } problem)
            return problem.WriteAsync(http);
        using PooledJson json = PooledJson.Rent();
        var writer = new JsonReplyWriter(json.Writer, scope.Encoding);
        json.Writer.WriteStartObject();
        json.Writer.WritePropertyName("result"u8);
        using (CommandLine line = ToLine(request.Command!))
            dispatcher.Dispatch(scope.Commands, line.Arguments, writer);
        json.Writer.WriteEndObject();
        ResponseHeaders.SetOffset(http.Response, scope.Commands.Context);
        KvEngine.Return(scope.Commands.Context);
        return writer.Failure is { } error ? ProblemWriter.WriteAsync(http, error) : SendAsync(http, json);
    }

    private Task RunPipeline(HttpContext http, PipelineRequest request)
    {
        if (RequestScope.Read(http, dispatcher, out RequestScope scope) is { } problem)
            return problem.WriteAsync(http);
        using PooledJson json = PooledJson.Rent();
        var writer = new JsonReplyWriter(json.Writer, scope.Encoding);
        json.Writer.WriteStartObject();
        json.Writer.WritePropertyName("results"u8);
        writer.BeginItems(request.Commands!.Count);
        foreach (IReadOnlyList<CommandWord?>? words in request.Commands)
        {
            using CommandLine line = ToLine(words!);
            dispatcher.Dispatch(scope.Commands, line.Arguments, writer);
        }
        json.Writer.WriteEndObject();
        ResponseHeaders.SetOffset(http.Response, scope.Commands.Context);
        KvEngine.Return(scope.Commands.Context);
        return SendAsync(http, json);
    }

    internal static CommandLine ToLine(IReadOnlyList<CommandWord?> words)
    {
        var line = new CommandLine();
        foreach (CommandWord? word in words)
            line.Add(word!.Bytes);
        return line;
    }

    internal static Task SendAsync(HttpContext http, PooledJson json)
    {
        http.Response.ContentType = Representation.Json;
        return json.SendAsync(http);
    }
}
