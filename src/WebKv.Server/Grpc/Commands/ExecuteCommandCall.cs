using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Wire;

namespace WebKv.Server.Grpc.Commands;

/// <summary>CommandService.ExecuteCommand: one command by its name and arguments.</summary>
internal sealed class ExecuteCommandCall(CommandDispatcher dispatcher)
{
    private const int Arguments = 1;
    private const int VersionField = 2;

    private static readonly ReplyFields Fields = new(Reply: 1, Error: 2);

    public Error? Run(CommandContext context, CallSettings settings, WireMessage request, WireMessage response)
    {
        var command = new WireCommand();
        try
        {
            if (!command.TryRead(new ProtoReader(request.Bytes), Arguments, idField: 0))
                return GrpcErrors.MalformedMessage;
            if (command.Count == 0)
                return GrpcErrors.EmptyCommand;
            var scope = new CommandScope(dispatcher, session: null) { Database = settings.Database };
            scope.BeginBatch(context);
            var writer = new ReplyMessageWriter();
            writer.Begin(response, Fields, settings.ReplyBytesMax);
            if (dispatcher.Dispatch(scope, command.Over(request), writer) is { } error)
                return error;
            if (writer.IsTooLarge)
                return GrpcErrors.ReplyTooLarge(settings.ReplyBytesMax);
            VersionMessage.WriteOffset(new ProtoWriter(response), VersionField, Versions.OffsetAfter(context));
            return null;
        }
        finally
        {
            command.Clear();
        }
    }
}
