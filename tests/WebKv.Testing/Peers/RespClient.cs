using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WebKv.Testing.Peers;

/// <summary>
/// The smallest RESP2 client: one connection, one command at a time. Text is Latin-1, so every byte is kept.
/// </summary>
/// <remarks>Replies are string, long, null, <see cref="RespError"/> and object?[]; a status is a string.</remarks>
public sealed class RespClient : IDisposable
{
    private const int BufferBytes = 16 * 1024;

    private readonly TcpClient _connection = new();
    private readonly BufferedStream _stream;

    public RespClient(int port)
    {
        _connection.Connect(IPAddress.Loopback, port);
        _connection.NoDelay = true;
        _stream = new BufferedStream(_connection.GetStream(), BufferBytes);
    }

    public object? Call(params string[] arguments)
    {
        Write($"*{arguments.Length}\r\n");
        foreach (string argument in arguments)
            Write($"${argument.Length}\r\n{argument}\r\n");
        _stream.Flush();
        return ReadReply();
    }

    public void Dispose()
    {
        _stream.Dispose();
        _connection.Dispose();
    }

    private void Write(string text) => _stream.Write(Encoding.Latin1.GetBytes(text));

    private object? ReadReply()
    {
        string line = ReadLine();
        string rest = line[1..];
        return line[0] switch
        {
            '+' => rest,
            '-' => new RespError(rest),
            ':' => ParseInteger(rest),
            '$' => ReadBulk((int)ParseInteger(rest)),
            '*' => ReadArray((int)ParseInteger(rest)),
            _ => throw new InvalidDataException($"not a RESP2 reply: {line}"),
        };
    }

    private static long ParseInteger(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private string? ReadBulk(int length)
    {
        if (length < 0)
            return null;
        byte[] bytes = new byte[length + 2];
        _stream.ReadExactly(bytes);
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
        for (int next = _stream.ReadByte(); next != '\r'; next = _stream.ReadByte())
        {
            if (next < 0)
                throw new EndOfStreamException();
            line.Append((char)next);
        }
        _stream.ReadByte();
        return line.ToString();
    }
}
