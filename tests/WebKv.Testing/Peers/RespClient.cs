using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WebKv.Testing.Peers;

/// <summary>
/// The smallest RESP client: one connection, one command at a time or raw bytes. Text is Latin-1, so every byte is
/// kept.
/// </summary>
/// <remarks>
/// Replies are the objects of <see cref="RespReader"/>. One that does not come within half a minute is an IOException.
/// </remarks>
public sealed class RespClient : IDisposable
{
    private const int BufferBytes = 16 * 1024;
    private const int TimeoutMs = 30_000;

    private readonly TcpClient _connection = new();
    private readonly BufferedStream _replies;
    private readonly RespReader _reader;

    public RespClient(int port)
    {
        _connection.Connect(IPAddress.Loopback, port);
        _connection.NoDelay = true;
        _connection.ReceiveTimeout = _connection.SendTimeout = TimeoutMs;
        _replies = new BufferedStream(_connection.GetStream(), BufferBytes);
        _reader = new RespReader(_replies);
    }

    public object? Call(params string[] arguments)
    {
        Begin(arguments);
        return ReadReply();
    }

    /// <summary>Sends a command whose reply is read later.</summary>
    public void Begin(params string[] arguments) => Send(Frame(arguments));

    /// <summary>The reply as it was sent.</summary>
    public string CallRaw(params string[] arguments)
    {
        Begin(arguments);
        return _reader.ReadRaw();
    }

    /// <summary>Sends raw bytes at once; another thread may read replies meanwhile.</summary>
    public void Send(string text) => _connection.GetStream().Write(Encoding.Latin1.GetBytes(text));

    /// <summary>Ends the sending side; replies can still be read.</summary>
    public void CloseSending() => _connection.Client.Shutdown(SocketShutdown.Send);

    /// <summary>Everything until the server closes, as raw text.</summary>
    public string ReadToEnd()
    {
        using var text = new MemoryStream();
        _replies.CopyTo(text);
        return Encoding.Latin1.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Closes with a reset, as a client that was killed does.</summary>
    public void Kill()
    {
        _connection.Client.LingerState = new LingerOption(true, 0);
        _connection.Dispose();
    }

    public void Dispose() => _connection.Dispose();

    public object? ReadReply() => _reader.Read();

    private static string Frame(string[] arguments)
    {
        var request = new StringBuilder($"*{arguments.Length}\r\n");
        foreach (string argument in arguments)
            request.Append(CultureInfo.InvariantCulture, $"${argument.Length}\r\n{argument}\r\n");
        return request.ToString();
    }
}
