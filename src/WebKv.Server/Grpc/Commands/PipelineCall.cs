using Grpc.Core;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;
using WebKv.Server.Grpc.Errors;
using WebKv.Server.Grpc.Wire;

namespace WebKv.Server.Grpc.Commands;

/// <summary>
/// One call of CommandService.Pipeline: runs commands as they come and answers them in order.
/// </summary>
/// <remarks>
/// The idea: replies are collected as long as more requests have arrived already, and sent when there is nothing else
/// to do or the message is full. So a client that sends one command per message still gets few big responses, and one
/// that waits for each reply gets it at once. While a send waits for the client nothing more is read from it: at
/// most one response and one received message are held, below the window of 1024 commands or 8 MiB of the contract,
/// and HTTP/2 flow control does the rest. Commands run on the thread that received them; one call, one thread at a
/// time.
/// </remarks>
internal sealed class PipelineCall(CommandDispatcher dispatcher, CallSettings settings)
{
    private const int CommandsField = 1;
    private const int CommandId = 1;
    private const int CommandArguments = 2;
    private const int RepliesField = 1;
    private const int VersionField = 2;
    private const int ReplyId = 1;
    private const int RepliesMax = 1024;
    private const int FullBytesMax = 64 * 1024;

    private static readonly ReplyFields Fields = new(Reply: 2, Error: 3);

    // A response is full well before the largest reply would no longer fit it, and never while it is empty.
    private readonly int _fullBytes = Math.Clamp(settings.ReplyBytesMax / 2, 1, FullBytesMax);
    private readonly CommandScope _scope = new(dispatcher, session: null) { Database = settings.Database };
    private readonly WireCommand _command = new();
    private readonly ReplyMessageWriter _writer = new();
    private WireMessage _response = WireMessage.Rent();
    private int _replies;
    private int _position;

    private bool IsFull => _replies >= RepliesMax || _response.Length >= _fullBytes;

    /// <summary>Serves the call until the client has sent everything and has all replies.</summary>
    public async Task RunAsync(
        IAsyncStreamReader<WireMessage> requests, IServerStreamWriter<WireMessage> responses, CancellationToken stop)
    {
        Task<bool> next = requests.MoveNext(stop);
        while (await next)
        {
            WireMessage request = requests.Current;
            _position = 0;
            while (!RunSome(request))
                await SendAsync(responses);
            WireMessage.Return(request);

            next = requests.MoveNext(stop);
            bool moreIsHere = next.IsCompletedSuccessfully && await next;
            if (_replies > 0 && (!moreIsHere || IsFull))
                await SendAsync(responses);
        }
    }

    // Runs commands of a message until none is left or the response is full; true for the former.
    private bool RunSome(WireMessage request)
    {
        CommandContext context = dispatcher.Engine.Rent();
        _scope.BeginBatch(context);
        try
        {
            var reader = new ProtoReader(request.Bytes, _position, request.Length - _position);
            while (!IsFull && reader.Next())
                if (reader.Is(CommandsField, WireType.Length))
                    RunOne(request, reader.Message);
            if (reader.IsFaulted)
                throw GrpcErrors.ToException(GrpcErrors.MalformedMessage);
            _position = reader.Position;
            return _position == request.Length;
        }
        finally
        {
            _command.Clear();
            KvEngine.Return(context);
        }
    }

    private void RunOne(WireMessage request, ProtoReader body)
    {
        if (!_command.TryRead(body, CommandArguments, CommandId))
            throw GrpcErrors.ToException(GrpcErrors.MalformedMessage);
        var output = new ProtoWriter(_response);
        int start = output.Open(RepliesField);
        if (_command.Id != 0)
            output.Varint(ReplyId, _command.Id);
        int result = output.Length;
        _writer.Begin(_response, Fields, settings.ReplyBytesMax - _fullBytes);
        if (_command.Count == 0)
            _writer.Error(GrpcErrors.EmptyCommand);
        else
            dispatcher.Dispatch(_scope, _command.Over(request), _writer);
        if (_writer.IsTooLarge)
        {
            _response.Truncate(result);
            ErrorMessage.Write(output, Fields.Error, GrpcErrors.ReplyTooLarge(settings.ReplyBytesMax));
        }
        output.Close(start);
        _replies++;
    }

    private Task SendAsync(IServerStreamWriter<WireMessage> responses)
    {
        VersionMessage.WriteOffset(new ProtoWriter(_response), VersionField, dispatcher.Engine.Journal.LastLsn);
        WireMessage response = _response;
        _response = WireMessage.Rent();
        _replies = 0;
        return responses.WriteAsync(response);
    }
}
