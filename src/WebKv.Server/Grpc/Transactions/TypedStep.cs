using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Transactions;

/// <summary>How an operation of one kind takes part in a transaction.</summary>
/// <param name="Info">The command that it is a form of, for the memory check.</param>
/// <param name="Keys">The keys that it may touch.</param>
/// <param name="Values">What it may store, to be prepared ahead of the locks.</param>
/// <param name="Run">Runs it under the locks and sets its result.</param>
internal sealed record TypedStep(
    CommandInfo Info,
    Func<Operation, IEnumerable<ByteString>> Keys,
    Func<Operation, IEnumerable<ByteString>> Values,
    Func<OperationScope, Operation, OperationResult, Error?> Run)
{
    /// <summary>The step of a method.</summary>
    /// <param name="info">The command that it is a form of.</param>
    /// <param name="request">Its request in the operation.</param>
    /// <param name="keys">The keys that it may touch.</param>
    /// <param name="values">What it may store; null for nothing.</param>
    /// <param name="run">The method.</param>
    /// <param name="setResult">Puts its response into the result.</param>
    public static TypedStep Of<TRequest, TResponse>(
        CommandInfo info,
        Func<Operation, TRequest> request,
        Func<TRequest, IEnumerable<ByteString>> keys,
        Func<TRequest, IEnumerable<ByteString>>? values,
        Operation<TRequest, TResponse> run,
        Action<OperationResult, TResponse> setResult) => new(
            info,
            operation => keys(request(operation)),
            operation => values is null ? [] : values(request(operation)),
            (scope, operation, result) =>
            {
                Error? error = run(scope, request(operation), out TResponse response);
                if (error is null)
                    setResult(result, response);
                return error;
            });
}
