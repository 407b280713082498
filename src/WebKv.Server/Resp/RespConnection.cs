using System.Net.Sockets;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Resp;

/// <summary>
/// One RESP client: reads, runs every complete request of what came, and sends all their replies with one write.
/// </summary>
/// <remarks>
/// Commands run on the thread that received the bytes, which also serves other sockets (see
/// <see cref="SocketThreads"/>); a command marked slow moves the connection to the thread pool first.
/// While a send waits for a slow client nothing more is read from it, so its replies are bounded by
/// <see cref="FlushBytes"/> and one reply. Idle it holds 4 KiB and its socket.
/// </remarks>
internal sealed class RespConnection : IDisposable
{
    private const long FlushBytes = 256 * 1024;

    private readonly Socket _socket;
    private readonly CommandDispatcher _dispatcher;
    private readonly ClientSession _session;
    private readonly CommandScope _scope;
    private readonly RespParser _parser;
    private readonly RespOutput _output = new();
    private readonly RespReplyWriter _writer;

    public RespConnection(Socket socket, CommandDispatcher dispatcher, ClientSession session, long requestBytesMax)
    {
        _socket = socket;
        _dispatcher = dispatcher;
        _session = session;
        _scope = new CommandScope(dispatcher, session);
        _parser = new RespParser(requestBytesMax);
        _writer = new RespReplyWriter(_output);
        session.OnAbort(Abort);
    }

    /// <summary>Serves the client until either side ends it.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (!_session.IsClosing)
            {
                int received = await _socket.ReceiveAsync(_parser.ReceiveRoom(), SocketFlags.None);
                if (received == 0)
                    return;
                _parser.Received(received);
                await ServeReceivedAsync();
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
            if (_output.PendingBytes > 0)
                await _output.SendAsync(_socket);
            if (end == BatchEnd.RequestsRanOut || _session.IsClosing)
                return;
            if (end == BatchEnd.SlowCommand)
            {
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                onPool = true;
            }
        }
    }

    private BatchEnd RunBatch(bool onPool)
    {
        CommandContext context = _dispatcher.Engine.Rent();
        _scope.BeginBatch(context);
        context.LeavesAccess = _session.NoTouch;
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
            if (!onPool && entry is not null && IsSlow(entry))
                return BatchEnd.SlowCommand;
            RunOne(entry);
            if (_session.IsClosing)
                return BatchEnd.RequestsRanOut;
        }
        return BatchEnd.RepliesPiledUp;
    }

    private void RunOne(CommandEntry? entry)
    {
        _session.CommandCount++;
        _dispatcher.Dispatch(_scope, entry, _parser.Arguments, _writer);
        _parser.Consume();
        _writer.IsResp3 = _session.Protocol == 3;
    }

    private bool IsSlow(CommandEntry entry) =>
        entry.Info.Is(CommandFlags.Slow) || (_session.Transaction.IsSlow && entry.Info.Is(CommandFlags.RunsInMulti));

    private void Abort()
    {
        // Wakes a pending receive or send; RunAsync then releases everything.
        _socket.Close();
    }

    public void Dispose()
    {
        _session.Transaction.Abandon(_dispatcher.Engine);
        _parser.Dispose();
        _output.Clear();
        _socket.Dispose();
    }

    /// <summary>Why a batch stopped.</summary>
    private enum BatchEnd
    {
        RequestsRanOut,
        RepliesPiledUp,
        SlowCommand,
    }
}
