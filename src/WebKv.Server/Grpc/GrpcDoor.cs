using FluentValidation;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Server.Grpc.Commands;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.PubSub;
using WebKv.Server.Grpc.Validation;
using WebKv.Server.Grpc.Wire;
using WebKv.Server.Hosting;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc;

/// <summary>
/// What every call passes on its way to its operation: admission, validation, a context of the engine, and the border
/// where errors become the call's status.
/// </summary>
/// <remarks>
/// It stands where an interceptor chain would, as plain calls: a GET takes a fraction of what a chain would add. One
/// instance serves all calls. Operations run on the thread that received the request; nothing here waits, except the
/// streams for their peers.
/// </remarks>
internal sealed class GrpcDoor(
    CommandDispatcher dispatcher,
    CallAdmission admission,
    IHostApplicationLifetime lifetime,
    OpenStreams streams,
    LimitOptions limits,
    ILogger<GrpcDoor> logger)
{
    private readonly KvEngine _engine = dispatcher.Engine;

    /// <summary>Runs a method whose messages are written by hand.</summary>
    public Task<WireMessage> RunHot(HotOperation operation, WireMessage request, ServerCallContext call)
    {
        try
        {
            CallSettings settings = admission.Admit(call);
            WireMessage response = WireMessage.Rent();
            CommandContext context = _engine.Rent();
            context.Database = settings.Database;
            Error? error;
            try
            {
                error = operation(context, settings, request, response);
            }
            finally
            {
                KvEngine.Return(context);
            }
            WireMessage.Return(request);
            if (error is not null)
                throw GrpcErrors.ToException(error);
            CheckSize(response.Length, settings);
            return Task.FromResult(response);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Fault(e, call);
        }
    }

    /// <summary>Runs a method on generated messages.</summary>
    public Task<TResponse> Run<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        IValidator<TRequest>? validator,
        TRequest request,
        ServerCallContext call)
        where TResponse : IMessage
    {
        try
        {
            CallSettings settings = admission.Admit(call);
            if (validator is not null)
                RequestValidators.Check(validator, request);
            TResponse response = RunOn(settings, operation, request);
            CheckSize(response.CalculateSize(), settings);
            return Task.FromResult(response);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Fault(e, call);
        }
    }

    /// <summary>Runs a method on generated messages that may wait.</summary>
    /// <param name="operation">The method.</param>
    /// <param name="waitOf">How long a request wants to wait.</param>
    /// <param name="validator">What the request must pass; null for nothing.</param>
    /// <param name="request">The request.</param>
    /// <param name="call">The call.</param>
    public async Task<TResponse> RunWaitingAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        Func<TRequest, Duration?> waitOf,
        IValidator<TRequest>? validator,
        TRequest request,
        ServerCallContext call)
        where TResponse : IMessage
    {
        try
        {
            CallSettings settings = admission.Admit(call);
            if (validator is not null)
                RequestValidators.Check(validator, request);
            long waitMs = WaitBound.MsOf(waitOf(request), call, _engine.Time);
            TResponse response = waitMs == 0
                ? RunOn(settings, operation, request)
                : await WaitAsync(
                    new WaitingCall<TRequest, TResponse>(dispatcher, settings, operation, request, waitMs), call);
            CheckSize(response.CalculateSize(), settings);
            return response;
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Fault(e, call);
        }
    }

    /// <summary>Serves CommandService.Pipeline.</summary>
    public async Task RunPipelineAsync(
        IAsyncStreamReader<WireMessage> requests, IServerStreamWriter<WireMessage> responses, ServerCallContext call)
    {
        var pipeline = new PipelineCall(dispatcher, admission.Admit(call));
        await StreamAsync(stop => pipeline.RunAsync(requests, responses, stop), call);
    }

    /// <summary>Serves a scan as a stream: a page a message, each read when the one before is on its way.</summary>
    /// <param name="operation">Reads a page.</param>
    /// <param name="tryAdvance">Makes the request ask for the page after one; false if that was the last.</param>
    /// <param name="validator">What the request must pass; null for nothing.</param>
    /// <param name="call">The call.</param>
    public async Task RunScanAsync<TRequest, TResponse>(
        Operation<TRequest, TResponse> operation,
        Func<TRequest, TResponse, bool> tryAdvance,
        IValidator<TRequest>? validator,
        StreamedCall<TRequest, TResponse> call)
    {
        CallSettings settings = admission.Admit(call.Context);
        if (validator is not null)
            RequestValidators.Check(validator, call.Request);
        await StreamAsync(stop => ScanAsync(settings, operation, tryAdvance, call, stop), call.Context);
    }

    /// <summary>Serves PubSubService.Subscribe.</summary>
    public async Task RunSubscribeAsync(
        IValidator<SubscribeRequest>? validator,
        SubscribeRequest request,
        IServerStreamWriter<SubscribeResponse> responses,
        ServerCallContext call)
    {
        CallSettings settings = admission.Admit(call);
        if (validator is not null)
            RequestValidators.Check(validator, request);
        await StreamAsync(
            stop => SubscribeCall.RunAsync(_engine, limits, settings, request, responses, stop), call);
    }

    /// <summary>Serves PubSubService.SubscribeSession.</summary>
    public async Task RunSubscribeSessionAsync(
        IValidator<SubscribeSessionRequest>? validator,
        IAsyncStreamReader<SubscribeSessionRequest> requests,
        IServerStreamWriter<SubscribeSessionResponse> responses,
        ServerCallContext call)
    {
        CallSettings settings = admission.Admit(call);
        await StreamAsync(
            stop => new SubscribeSessionCall(_engine, limits, settings, validator, responses).RunAsync(requests, stop),
            call);
    }

    private async Task ScanAsync<TRequest, TResponse>(
        CallSettings settings,
        Operation<TRequest, TResponse> operation,
        Func<TRequest, TResponse, bool> tryAdvance,
        StreamedCall<TRequest, TResponse> call,
        CancellationToken stop)
    {
        TResponse page;
        do
        {
            stop.ThrowIfCancellationRequested();
            page = RunOn(settings, operation, call.Request);
            // Not to be cancelled: grpc-dotnet then resets the stream, and the client never learns why.
            await call.Responses.WriteAsync(page, CancellationToken.None);
        }
        while (tryAdvance(call.Request, page));
    }

    private async Task<TResponse> WaitAsync<TRequest, TResponse>(
        WaitingCall<TRequest, TResponse> waiting, ServerCallContext call)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(
            call.CancellationToken, lifetime.ApplicationStopping);
        if (await waiting.RunAsync(gone.Token) != WaitOutcome.Cancelled)
            return waiting.Result();
        throw call.CancellationToken.IsCancellationRequested
            ? new RpcException(new Status(StatusCode.Cancelled, "the client ended the call"))
            : GrpcErrors.ToException(GrpcErrors.ShuttingDown);
    }

    private TResponse RunOn<TRequest, TResponse>(
        CallSettings settings, Operation<TRequest, TResponse> operation, TRequest request)
    {
        CommandContext context = _engine.Rent();
        context.Database = settings.Database;
        try
        {
            using var scope = new OperationScope(dispatcher, context, settings);
            return operation(scope, request, out TResponse response) is { } error
                ? throw GrpcErrors.ToException(error, scope.Subject)
                : response;
        }
        finally
        {
            KvEngine.Return(context);
        }
    }

    private static void CheckSize(int size, CallSettings settings)
    {
        if (size > settings.ReplyBytesMax)
            throw GrpcErrors.ReplyTooLarge(settings.ReplyBytesMax, size);
    }

    // A read may fail a moment before the token says that the client has reset its stream. Kestrel has no type for that
    // failure, only these words; other failures of reading are bytes that are no message.
    private static bool IsReset(Exception failure) =>
        failure is IOException && failure.Message.Contains("reset the request stream", StringComparison.Ordinal);

    // A stream ends when its client goes, and at once when the server stops: else it would hold up the shutdown.
    private async Task StreamAsync(Func<CancellationToken, Task> serve, ServerCallContext call)
    {
        try
        {
            await streams.ServeAsync(call.GetHttpContext(), call.CancellationToken, serve);
        }
        catch (Exception e) when (call.CancellationToken.IsCancellationRequested || IsReset(e))
        {
            throw new RpcException(new Status(StatusCode.Cancelled, "the client ended the call", e));
        }
        catch (Exception) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw GrpcErrors.ToException(GrpcErrors.ShuttingDown);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            // What grpc-dotnet calls bytes between messages that are no header of one, or a length beyond 2 GiB.
            throw GrpcErrors.ToException(GrpcErrors.MalformedMessage);
        }
        catch (Exception e) when (e is not RpcException)
        {
            throw Fault(e, call);
        }
    }

    private RpcException Fault(Exception exception, ServerCallContext call)
    {
        Log.CallFailed(logger, call.Method, exception);
        return GrpcErrors.ToException(GrpcErrors.Internal);
    }
}
