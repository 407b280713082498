using System.Net.Sockets;
using WebKv.Engine.Commands;
using WebKv.Engine.Execution;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Resp;

/// <summary>
/// One RESP client: reads, runs every complete request of what came, and sends all their replies with one write.
/// </summary>
/// <remarks>
/// Commands run on the thread that received the bytes. While a send waits for a slow client nothing more is read
/// from it, so its replies are bounded by <see cref="FlushBytes"/> and one reply. Idle it holds 4 KiB and its socket.
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
        bool more;
        do
        {
            more = RunBatch();
            if (_output.PendingBytes > 0)
                await _output.SendAsync(_socket);
        }
        while (more && !_session.IsClosing);
    }

    // True when it stopped because enough replies have piled up, not because the requests ran out.
    private bool RunBatch()
    {
        CommandContext context = _dispatcher.Engine.Rent();
        _scope.Context = context;
        context.LeavesAccess = _session.NoTouch;
        try
        {
            while (_output.PendingBytes < FlushBytes)
            {
                _parser.IsAuthenticated = _session.IsAuthenticated;
                switch (_parser.TryParse())
                {
                    case RespParser.Result.Incomplete:
                        return false;
                    case RespParser.Result.Faulted:
                        _writer.Error(_parser.Fault!);
                        _session.CloseAfterReply();
                        return false;
                }
                RunOne();
                if (_session.IsClosing)
                    return false;
            }
            return true;
        }
        finally
        {
            _session.LastActiveAtMs = context.Engine.NowMs;
            _session.BufferedBytes = _parser.BufferedBytes;
            KvEngine.Return(context);
        }
    }

    private void RunOne()
    {
        _session.CommandCount++;
        _dispatcher.Dispatch(_scope, _parser.Arguments, _writer);
        _parser.Consume();
        _writer.IsResp3 = _session.Protocol == 3;
    }

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
}
