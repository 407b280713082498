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
/// Replies are string, long, double, bool, null, <see cref="RespError"/> and object?[]; a status is a string, a map a
/// flat array. A reply that does not come within half a minute is an IOException.
/// </remarks>
public sealed class RespClient : IDisposable
{
    private const int BufferBytes = 16 * 1024;
    private const string VerbatimPrefix = "txt:";
    private const int TimeoutMs = 30_000;

    private readonly TcpClient _connection = new();
    private readonly BufferedStream _replies;

    public RespClient(int port)
    {
        _connection.Connect(IPAddress.Loopback, port);
        _connection.NoDelay = true;
        _connection.ReceiveTimeout = _connection.SendTimeout = TimeoutMs;
        _replies = new BufferedStream(_connection.GetStream(), BufferBytes);
    }

    public object? Call(params string[] arguments)
    {
        var request = new StringBuilder($"*{arguments.Length}\r\n");
        foreach (string argument in arguments)
            request.Append(CultureInfo.InvariantCulture, $"${argument.Length}\r\n{argument}\r\n");
        Send(request.ToString());
        return ReadReply();
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

    public object? ReadReply()
    {
        string line = ReadLine();
        string rest = line[1..];
        return line[0] switch
        {
            '+' => rest,
            '-' => new RespError(rest),
            ':' => ParseInteger(rest),
            '$' => ReadBulk((int)ParseInteger(rest)),
            '*' or '~' or '>' => ReadArray((int)ParseInteger(rest)),
            '%' => ReadArray(2 * (int)ParseInteger(rest)),
            '_' => null,
            '#' => rest == "t",
            ',' => double.Parse(rest, CultureInfo.InvariantCulture),
            '=' => ReadBulk((int)ParseInteger(rest))![VerbatimPrefix.Length..],
            _ => throw new InvalidDataException($"not a RESP reply: {line}"),
        };
    }

    private static long ParseInteger(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private string? ReadBulk(int length)
    {
        if (length < 0)
            return null;
        byte[] bytes = new byte[length + 2];
        _replies.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes, 0, length);
    }

    private object?[]? ReadArray(int count)
    {
        if (count < 0)
            return null;
        var items = new object?[count];
        for (int i = 0; i < count; i++)
            items[i] = ReadReply();
        return items;
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (int next = _replies.ReadByte(); next != '\r'; next = _replies.ReadByte())
        {
            if (next < 0)
                throw new EndOfStreamException();
            line.Append((char)next);
        }
        _replies.ReadByte();
        return line.ToString();
    }
}
