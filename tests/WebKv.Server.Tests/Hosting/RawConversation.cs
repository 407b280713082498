using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WebKv.Server.Tests.Hosting;

/// <summary>Sends raw bytes on a new connection and takes all answers until the server closes, within a deadline.
/// </summary>
/// <remarks>Both sides run at once: a server need not read on while nobody takes its answers.</remarks>
internal static class RawConversation
{
    private const int KeptBytesMax = 1024 * 1024;
    private const int PieceBytes = 64 * 1024;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    /// <param name="door">Whom to talk to.</param>
    /// <param name="sent">All that the client says.</param>
    /// <param name="endsSending">Whether the client then closes its side.</param>
    public static async Task<RawAnswer> HoldAsync(IPEndPoint door, ReadOnlyMemory<byte> sent, bool endsSending)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Deadline);
        using var client = new TcpClient();
        await client.ConnectAsync(door, deadline.Token);
        NetworkStream stream = client.GetStream();
        Task sending = SendAsync(stream, sent, endsSending, deadline.Token);
        RawAnswer answer = await ReceiveAsync(stream, deadline.Token);
        await sending;
        return answer;
    }

    private static async Task SendAsync(
        NetworkStream stream, ReadOnlyMemory<byte> sent, bool endsSending, CancellationToken deadline)
    {
        try
        {
            await stream.WriteAsync(sent, deadline);
            if (endsSending)
                stream.Socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // The server has closed while bytes were under way to it; what it said before counts.
        }
    }

    private static async Task<RawAnswer> ReceiveAsync(NetworkStream stream, CancellationToken deadline)
    {
        var text = new StringBuilder();
        byte[] piece = new byte[PieceBytes];
        bool isWhole = true;
        try
        {
            for (int read; (read = await stream.ReadAsync(piece, deadline)) > 0;)
            {
                isWhole &= text.Length < KeptBytesMax;
                if (isWhole)
                    text.Append(Encoding.Latin1.GetString(piece, 0, read));
            }
        }
        catch (IOException)
        {
            isWhole = false;
        }
        return new RawAnswer(text.ToString(), isWhole);
    }
}
