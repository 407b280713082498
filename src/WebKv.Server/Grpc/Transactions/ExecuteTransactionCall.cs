using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Transactions;

/// <summary>TransactionService.ExecuteTransaction; the request has passed validation.</summary>
internal sealed class ExecuteTransactionCall(CommandDispatcher dispatcher)
{
    public Error? Run(OperationScope call, ExecuteTransactionRequest request, out ExecuteTransactionResponse response)
    {
        response = new ExecuteTransactionResponse();
        CommandContext context = call.Context;
        foreach (V1.Precondition precondition in request.Preconditions)
            context.Preconditions.Add(Conditions.PreconditionOf(precondition.Key, precondition.Condition));

        using var scope = new OperationScope(dispatcher, context, call.Settings, isInUnit: true);
        var commands = new CommandScope(dispatcher, session: null) { Database = context.Database };
        commands.BeginBatch(context);
        using var run = new TransactionRun(commands, scope, request.Operations);
        run.Prepare();
        if (run.NeedsRefusedMemory)
            return CommonErrors.OutOfMemory;
        Error? error = context.Engine.ExecuteUnit(context, run.Keys, run, static (_, run) => run.RunAll());
        if (error is not null)
            response.FailedPreconditionIndexes.Add(context.FailedPreconditions);
        else
            run.CompleteResults(response.Results);
        scope.CompleteVersions();
        response.Committed = error is null;
        response.Version = call.VersionWithoutEtag();
        return scope.IsOverdrawn ? GrpcErrors.ReplyTooLarge(call.Settings.ReplyBytesMax) : null;
    }
}
