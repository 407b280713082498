using System.Runtime.ExceptionServices;
using Google.Protobuf;
using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Server.Grpc.Errors;

namespace WebKv.Server.Grpc;

/// <summary>
/// A call whose operation waits: the operation is run again, from scratch, when one of its keys is ready. What the last
/// attempt gave is the call's response; one that found nothing gives the response of a call that found nothing.
/// </summary>
internal sealed class WaitingCall<TRequest, TResponse>(
    CommandDispatcher dispatcher, CallSettings settings, Operation<TRequest, TResponse> operation, TRequest request,
    long waitMs)
{
    private TResponse? _response;
    private Error? _error;
    private ByteString? _subject;
    private ExceptionDispatchInfo? _fault;
    private bool _isRepeat;

    public Task<WaitOutcome> RunAsync(CancellationToken gone) =>
        AwaitedCall.RunAsync(dispatcher.Engine, Attempt, gone);

    /// <summary>The response after the wait; throws the call's status if it failed.</summary>
    public TResponse Result()
    {
        _fault?.Throw();
        return _error is null ? _response! : throw GrpcErrors.ToException(_error, _subject);
    }

    private void Attempt(CommandContext context)
    {
        context.Database = settings.Database;
        using var scope = new OperationScope(dispatcher, context, settings) { WaitMs = waitMs, IsRepeat = _isRepeat };
        _isRepeat = true;
        try
        {
            _error = operation(scope, request, out _response);
            _subject = scope.Subject;
        }
        catch (Exception e)
        {
            // It belongs to this call, not to whoever has made the key ready.
            _fault = ExceptionDispatchInfo.Capture(e);
        }
    }
}
