using System.Net.Sockets;
using WebKv.Engine.Blocking;
using WebKv.Engine.Sessions;

namespace WebKv.Server.Resp;

/// <summary>
/// The time that a connection spends in a blocking command: it waits for the answer and, meanwhile, watches whether
/// its client is still there, so that nothing is taken for a client that has gone.
/// </summary>
/// <remarks>What the client sends meanwhile is kept up to <see cref="BufferedBytesMax"/>; beyond that it waits in the
/// socket, and a client that leaves is noticed later, at its deadline or when it is served.</remarks>
internal sealed class RespWait(Socket socket, RespParser parser, ClientSession session)
{
    private const int BufferedBytesMax = 1024 * 1024;

    // A receive of no bytes completes when there is something to read. One that is still pending when a wait ends
    // serves the next wait.
    private Task? _readable;

    public async Task<WaitOutcome> RunAsync(Waiter waiter)
    {
        session.Waiter = waiter;
        waiter.Park();
        while (!waiter.End.IsCompleted && parser.BufferedBytes < BufferedBytesMax)
        {
            _readable ??= ReadableAsync();
            await Task.WhenAny(waiter.End, _readable);
            if (!_readable.IsCompleted)
                continue;
            _readable = null;
            if (!waiter.End.IsCompleted && !ReceiveAvailable())
            {
                waiter.TryEnd(WaitOutcome.Cancelled);
                session.CloseAfterReply();
                break;
            }
        }
        WaitOutcome outcome = await waiter.End;
        session.Waiter = null;
        return outcome;
    }

    private async Task ReadableAsync()
    {
        try
        {
            await socket.ReceiveAsync(Memory<byte>.Empty, SocketFlags.None);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The look at what there is finds the same.
        }
    }

    // False when the client has gone.
    private bool ReceiveAvailable()
    {
        try
        {
            // The receive of an earlier wait tells of bytes, too, that have been read since.
            if (!socket.Poll(TimeSpan.Zero, SelectMode.SelectRead))
                return true;
            if (socket.Available == 0)
                return false;
            parser.Received(socket.Receive(parser.ReceiveRoom().Span));
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }
}
