using WebKv.Engine.Commands;
using WebKv.Engine.Sessions;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Commands;

/// <summary>Any command as JSON: one, or many in a pipeline.</summary>
internal static class CommandEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Post<CommandRequest>("/commands", CommandDocs.Run, Run);
        routes.Post<PipelineRequest>("/pipelines", CommandDocs.Pipeline, RunPipeline);
    }

    private static Task Run(ref RestCall call, CommandRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        if (call.Problem is { } problem)
            return call.Fail(problem);
        using PooledJson json = PooledJson.Rent();
        var writer = new JsonReplyWriter(json.Writer, encoding);
        json.Writer.WriteStartObject();
        json.Writer.WritePropertyName("result"u8);
        CommandScope scope = call.BeginCommands();
        using (CommandLine line = ToLine(request.Command!))
            scope.Dispatcher.Dispatch(scope, line.Arguments, writer);
        json.Writer.WriteEndObject();
        return writer.Failure is { } error ? call.Fail(error) : call.Json(json);
    }

    private static Task RunPipeline(ref RestCall call, PipelineRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        if (call.Problem is { } problem)
            return call.Fail(problem);
        using PooledJson json = PooledJson.Rent();
        var writer = new JsonReplyWriter(json.Writer, encoding);
        json.Writer.WriteStartObject();
        json.Writer.WritePropertyName("results"u8);
        writer.BeginItems(request.Commands!.Count);
        CommandScope scope = call.BeginCommands();
        foreach (IReadOnlyList<CommandWord?>? words in request.Commands)
        {
            using CommandLine line = ToLine(words!);
            scope.Dispatcher.Dispatch(scope, line.Arguments, writer);
        }
        json.Writer.WriteEndObject();
        return call.Json(json);
    }

    internal static CommandLine ToLine(IReadOnlyList<CommandWord?> words)
    {
        var line = new CommandLine();
        foreach (CommandWord? word in words)
            line.Add(word!.Bytes);
        return line;
    }
}
