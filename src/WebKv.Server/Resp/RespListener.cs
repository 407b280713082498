using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using WebKv.Engine.Commands;
using WebKv.Engine.Sessions;
using WebKv.Server.Hosting;

namespace WebKv.Server.Resp;

/// <summary>
/// The RESP door: accepts connections up to the limit and ends them all on shutdown.
/// </summary>
/// <remarks>
/// Raw sockets instead of Kestrel's connections: 5-25 % less CPU per pipelined command was measured, because there
/// is one buffer instead of two pipes between the socket and the parser.
/// </remarks>
internal sealed partial class RespListener(
    WebKvOptions options,
    CommandDispatcher dispatcher,
    ClientRegistry clients,
    Authenticator authenticator,
    DoorAddresses doors,
    ILogger<RespListener> logger) : IHostedService, IDisposable
{
    private const int BacklogMax = 511;

    /// <summary>Idle seconds before a connection is probed (tcp-keepalive).</summary>
    public const int KeepAliveSeconds = 300;

    private readonly ConcurrentDictionary<long, Task> _connections = new();
    private readonly PushClock _clock = new();
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var endPoint = new IPEndPoint(IPAddress.Parse(options.Bind), options.Resp.Port);
        _listener = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            _listener.Bind(endPoint);
        }
        catch (SocketException e)
        {
            throw new SettingsException($"the RESP door cannot listen on {endPoint}: {e.Message} (WebKv:Resp:Port)", e);
        }
        _listener.Listen(BacklogMax);
        doors.Resp = (IPEndPoint)_listener.LocalEndPoint!;
        _accepting = AcceptAsync(_listener);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _listener?.Dispose();
        await _accepting;
        foreach (ClientSession session in clients.All)
            session.Abort();
        await Task.WhenAll(_connections.Values);
    }

    public void Dispose()
    {
        _listener?.Dispose();
        _clock.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (true)
        {
            try
            {
                Socket socket = await listener.AcceptAsync();
                if (!TryServe(socket))
                    socket.Dispose();
            }
            catch (Exception e) when (IsClosed(e))
            {
                return;
            }
            catch (SocketException e)
            {
                // Out of descriptors, or a client that left before it was accepted: go on, the listener is sound.
                LogAcceptFailed(e.SocketErrorCode);
                await Task.Delay(TimeSpan.FromMilliseconds(10), CancellationToken.None);
            }
        }
    }

    private static bool IsClosed(Exception e) =>
        e is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted };

    // False when the client left at once: that is its affair and no reason to accept more slowly.
    private bool TryServe(Socket socket)
    {
        try
        {
            if (clients.Count >= options.Limits.Connections)
            {
                clients.CountRejected();
                socket.Send("-ERR max number of clients reached\r\n"u8);
                return false;
            }
            Configure(socket);
            Serve(socket, clients.Open($"{socket.RemoteEndPoint}", $"{socket.LocalEndPoint}", dispatcher.Engine.NowMs));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // Without probes a client whose host vanished would hold its connection for ever.
    private static void Configure(Socket socket)
    {
        socket.NoDelay = true;
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, KeepAliveSeconds);
    }

    private void Serve(Socket socket, ClientSession session)
    {
        session.IsAuthenticated = !authenticator.IsRequired;
        var connection = new RespConnection(socket, dispatcher, session, _clock, options.Limits.RequestBytes);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Noted before it starts, so that its end always finds something to remove.
        _connections[session.Id] = ended.Task;
        _ = RunAsync(connection, session, ended);
    }

    private async Task RunAsync(RespConnection connection, ClientSession session, TaskCompletionSource ended)
    {
        // Leave the accept loop before the first receive, which may complete at once.
        await Task.Yield();
        try
        {
            await connection.RunAsync();
        }
        catch (Exception e)
        {
            LogConnectionFailed(e, session.Id, session.RemoteAddress);
        }
        finally
        {
            clients.Close(session);
            _connections.TryRemove(session.Id, out _);
            ended.SetResult();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The RESP door could not accept a connection: {Reason}")]
    private partial void LogAcceptFailed(SocketError reason);

    [LoggerMessage(LogLevel.Error, "RESP connection {Id} from {Address} ended by a fault of the server")]
    private partial void LogConnectionFailed(Exception exception, long id, string address);
}
