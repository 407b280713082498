using System.Net.Sockets;
using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Resp;

/// <summary>
/// One RESP client: reads, runs every complete request of what came, and sends all their replies with one write.
/// </summary>
/// <remarks>
/// Commands run on the thread that received the bytes, which also serves other sockets (see
/// <see cref="SocketThreads"/>); a command marked slow, or a client that never stops sending, moves the connection
/// to the thread pool. While a send waits for a slow client nothing more is read from it, so its replies are bounded
/// by <see cref="FlushBytes"/> and one reply. Idle it holds 4 KiB and its socket.
/// </remarks>
internal sealed class RespConnection : IDisposable
{
    private const long FlushBytes = 256 * 1024;
    private const int ReceivesInARowMax = 16;

    private readonly Socket _socket;
    private readonly CommandDispatcher _dispatcher;
    private readonly ClientSession _session;
    private readonly PushClock _clock;
    private readonly CommandScope _scope;
    private readonly RespParser _parser;
    private readonly RespOutput _output = new();
    private readonly RespReplyWriter _writer;
    private readonly RespWait _wait;
    private RespWaitingCall? _waiting;
    private volatile RespPushes? _pushes;
    private readonly TaskCompletionSource _aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RespConnection(
        Socket socket, CommandDispatcher dispatcher, ClientSession session, PushClock clock, long requestBytesMax)
    {
        _socket = socket;
        _dispatcher = dispatcher;
        _session = session;
        _clock = clock;
        _scope = new CommandScope(dispatcher, session);
        _parser = new RespParser(requestBytesMax);
        _wait = new RespWait(socket, _parser, session);
        _writer = new RespReplyWriter(_output, session);
        session.OnAbort(Abort);
        session.OnMessages(WakePushes);
    }

    /// <summary>Serves the client until either side ends it.</summary>
    public async Task RunAsync()
    {
        try
        {
            int inARow = 0;
            while (!_session.IsClosing)
            {
                ValueTask<int> receive = _socket.ReceiveAsync(_parser.ReceiveRoom(), SocketFlags.None);
                inARow = receive.IsCompleted ? inARow + 1 : 0;
                int received = await receive;
                if (received == 0)
                    return;
                _parser.Received(received);
                await ServeReceivedAsync();
                if (inARow < ReceivesInARowMax)
                    continue;
                // A client that always has sent more by now would keep this thread from all other sockets.
                inARow = 0;
                await Task.Yield();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The client is gone, or was told to go; there is nobody to tell.
        }
        finally
        {
            Dispose();
        }
    }

    private async ValueTask ServeReceivedAsync()
    {
        bool onPool = false;
        while (true)
        {
            BatchEnd end = RunBatch(onPool);
            if (_session.ReplyDelay > TimeSpan.Zero)
                await DelayAsync();
            await SendAsync();
            if (end == BatchEnd.RequestsRanOut || _session.IsClosing)
                return;
            if (end == BatchEnd.Waits)
                await WaitAsync();
            if (end == BatchEnd.SlowCommand)
            {
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                onPool = true;
            }
        }
    }

    private ValueTask SendAsync()
    {
        if (_session.Subscriber is not null)
            return SendBetweenPushesAsync();
        return _output.PendingBytes > 0 ? _output.SendAsync(_socket) : ValueTask.CompletedTask;
    }

    private async ValueTask SendBetweenPushesAsync()
    {
        _pushes ??= new RespPushes(_socket, _session, _session.Subscriber!, _clock);
        if (_output.PendingBytes > 0)
            await _pushes.SendRepliesAsync(_output);
        if (!_session.IsClosing)
            _pushes.LetGo();
    }

    // A connection that has just subscribed looks for messages itself once it has said so.
    private void WakePushes() => _pushes?.Wake();

    private async Task WaitAsync()
    {
        using RespWaitingCall call = _waiting!;
        _waiting = null;
        (int, int) before = _output.Mark();
        WaitOutcome outcome = await _wait.RunAsync(call.Waiter);
        if (outcome is WaitOutcome.TimedOut or WaitOutcome.Unblocked)
            _writer.NullArray();
        else if (outcome == WaitOutcome.UnblockedWithError)
            _writer.Error(CommonErrors.Unblocked);
        if (_session.Replies != ReplyMode.On)
            _output.Rewind(before);
        if (_session.Replies == ReplyMode.Skip)
            _session.Replies = ReplyMode.On;
    }

    private async Task DelayAsync()
    {
        TimeSpan delay = _session.ReplyDelay;
        _session.ReplyDelay = TimeSpan.Zero;
        await Task.WhenAny(Task.Delay(delay), _aborted.Task);
    }

    private BatchEnd RunBatch(bool onPool)
    {
        CommandContext context = _dispatcher.Engine.Rent();
        _scope.BeginBatch(context);
        context.LeavesAccess = _session.NoTouch;
        _pushes?.Hold();
        try
        {
            return RunRequests(onPool);
        }
        finally
        {
            _session.LastActiveAtMs = context.Engine.NowMs;
            _session.BufferedBytes = _parser.BufferedBytes;
            KvEngine.Return(context);
        }
    }

    private BatchEnd RunRequests(bool onPool)
    {
        while (_output.PendingBytes < FlushBytes)
        {
            _parser.IsAuthenticated = _session.IsAuthenticated;
            RespParser.Result result = _parser.TryParse();
            if (result == RespParser.Result.Incomplete)
                return BatchEnd.RequestsRanOut;
            if (result == RespParser.Result.Faulted)
            {
                _writer.Error(_parser.Fault!);
                _session.CloseAfterReply();
                return BatchEnd.RequestsRanOut;
            }
            CommandEntry? entry = _dispatcher.Table.Find(_parser.Arguments);
            bool isSlow = entry is not null && IsSlow(entry);
            if (isSlow && !onPool)
                return BatchEnd.SlowCommand;
            // What has been published so far does not wait for it.
            if (isSlow)
                _scope.Context.Outbox.Send();
            if (entry is not null && entry.Info.Is(CommandFlags.Blocking) && !_session.Transaction.IsOpen)
                RunBlocking(entry);
            else
                RunOne(entry);
            if (_waiting is not null)
                return BatchEnd.Waits;
            if (_session.IsClosing)
                return BatchEnd.RequestsRanOut;
            if (_session.ReplyDelay > TimeSpan.Zero)
                return BatchEnd.ReplyDelayed;
        }
        return BatchEnd.RepliesPiledUp;
    }

    private void RunOne(CommandEntry? entry)
    {
        _session.CommandCount++;
        if (_session.Replies == ReplyMode.On)
            _dispatcher.Dispatch(_scope, entry, _parser.Arguments, _writer);
        else
            RunSilently(entry);
        _parser.Consume();
    }

    private void RunBlocking(CommandEntry entry)
    {
        var call = new RespWaitingCall(_scope, entry, CommandLine.CopyOf(_parser.Arguments), _writer);
        _scope.Context.Waiter = call.Waiter;
        RunOne(entry);
        _scope.Context.Waiter = null;
        if (call.Waiter.HasJoined)
            _waiting = call;
        else
            call.Dispose();
    }

    private void RunSilently(CommandEntry? entry)
    {
        if (_session.Replies == ReplyMode.SkipNext)
            _session.Replies = ReplyMode.Skip;
        (int, int) before = _output.Mark();
        Error? error = _dispatcher.Dispatch(_scope, entry, _parser.Arguments, _writer);
        if (_scope.Context.Waiter is { HasJoined: true })
            return;
        // CLIENT REPLY ON is answered here, and what a subscriber is told is no reply.
        bool pushes = error is null && entry is not null && entry.Info.Is(CommandFlags.Pushes);
        if (_session.Replies != ReplyMode.On && !pushes)
            _output.Rewind(before);
        if (_session.Replies == ReplyMode.Skip)
            _session.Replies = ReplyMode.On;
    }

    private bool IsSlow(CommandEntry entry) =>
        entry.Info.Is(CommandFlags.Slow) || (_session.Transaction.IsSlow && entry.Info.Is(CommandFlags.RunsInMulti));

    private void Abort()
    {
        _aborted.TrySetResult();
        _session.Waiter?.TryEnd(WaitOutcome.Cancelled);
        try
        {
            // Wakes a pending receive or send. RunAsync then closes the socket; closing it here, under a pending
            // receive, would send a reset, which may overtake replies that are still on their way.
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It is closed already.
        }
    }

    public void Dispose()
    {
        _session.Transaction.Abandon(_dispatcher.Engine);
        if (_session.Subscriber is { } subscriber)
            _dispatcher.Engine.PubSub.Close(subscriber);
        // The connection has ended between a blocking command that found nothing and its wait.
        _waiting?.Abandon();
        _waiting = null;
        _parser.Dispose();
        _output.Clear();
        _socket.Dispose();
    }

    /// <summary>Why a batch stopped.</summary>
    private enum BatchEnd
    {
        RequestsRanOut,
        RepliesPiledUp,
        ReplyDelayed,
        SlowCommand,
        Waits,
    }
}
