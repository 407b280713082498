using Grpc.Core;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Streams;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Hosting;
using WebKv.Server.Streams;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Streams;

/// <summary>StreamService.TailStream: the entries of a stream as they come.</summary>
internal sealed class TailStreamCall(
    CommandDispatcher dispatcher,
    LimitOptions limits,
    CallSettings settings,
    IServerStreamWriter<TailStreamResponse> responses)
{
    private readonly TimeSpan _heartbeat = TimeSpan.FromMilliseconds(limits.HeartbeatMs);
    private readonly TailResponses _told = new(settings.ReplyBytesMax);

    public async Task RunAsync(TailStreamRequest request, CancellationToken stop)
    {
        byte[] key = request.Key.ToByteArray();
        TailPosition position = Begin(request, key);
        var tail = new StreamTail(dispatcher.Engine, settings.Database, key, position);
        // Not to be cancelled: grpc-dotnet then resets the stream, and the client never learns why.
        await responses.WriteAsync(TailResponses.Started(position), CancellationToken.None);
        while (tail.Failure is null)
        {
            if (!await tail.ReadAsync(_told.Add, _heartbeat, stop))
                _told.AddHeartbeat();
            await SendAsync(stop);
        }
        throw GrpcErrors.ToException(tail.Failure, request.Key);
    }

    private TailPosition Begin(TailStreamRequest request, byte[] key)
    {
        Error? error = StreamMessages.TryTailStart(request, out TailStart start);
        if (error is not null)
            throw GrpcErrors.ToException(error);
        CommandContext context = dispatcher.Engine.Rent();
        context.Database = settings.Database;
        try
        {
            error = dispatcher.Execute(
                context, new BeginTail { Key = Key.Of(key), Start = start }, out TailPosition position);
            return error is null ? position : throw GrpcErrors.ToException(error, request.Key);
        }
        finally
        {
            KvEngine.Return(context);
        }
    }

    private async Task SendAsync(CancellationToken stop)
    {
        while (_told.TryTake(out TailStreamResponse? response))
        {
            stop.ThrowIfCancellationRequested();
            await responses.WriteAsync(response!, CancellationToken.None);
        }
    }
}
