using System.Net;
using System.Net.Sockets;
using System.Text;

namespace WebKv.Benchmarks.Loader;

/// <summary>
/// A blocking RESP2 client that mostly counts replies: it reads them whole, and throws on an error reply or a closed
/// connection, so a load that ends has been accepted whole. One thread may write while another reads.
/// </summary>
internal sealed class RespConnection : IDisposable
{
    private static readonly byte[] SetHead = "*3\r\n$3\r\nSET\r\n$16\r\n"u8.ToArray();
    private static readonly byte[] SetValueHead = "\r\n$32\r\n"u8.ToArray();
    private static readonly byte[] GetHead = "*2\r\n$3\r\nGET\r\n$16\r\n"u8.ToArray();
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;

    public RespConnection(int port) => _socket.Connect(IPAddress.Loopback, port);

    /// <summary>Most bytes that one command of the data set takes.</summary>
    public static int CommandBytesMax =>
        SetHead.Length + Record.KeyBytes + SetValueHead.Length + Record.ValueBytes + LineEnd.Length;

    public static int WriteSet(Span<byte> destination, int index)
    {
        var at = Copy(SetHead, destination, 0);
        Record.WriteKey(destination[at..], index);
        at = Copy(SetValueHead, destination, at + Record.KeyBytes);
        Record.WriteValue(destination[at..], index);
        return Copy(LineEnd, destination, at + Record.ValueBytes);
    }

    public static int WriteGet(Span<byte> destination, int index)
    {
        var at = Copy(GetHead, destination, 0);
        Record.WriteKey(destination[at..], index);
        return Copy(LineEnd, destination, at + Record.KeyBytes);
    }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[_socket.Send(bytes)..];
    }

    public void ReadReplies(int count)
    {
        // An array is so many more replies.
        for (; count > 0; count--)
        {
            var line = ReadLine();
            if (line[0] == '-')
                throw new InvalidDataException(Encoding.UTF8.GetString(line));
            if (line[0] == '$' && line[1] != '-')
                Skip(int.Parse(line[1..]) + LineEnd.Length);
            else if (line[0] == '*' && line[1] != '-')
                count += int.Parse(line[1..]);
        }
    }

    /// <summary>Reads the reply to a GET; false when there is no such key.</summary>
    public bool ReadValue()
    {
        var length = ReadBulkLength();
        if (length < 0)
            return false;
        Skip(length + LineEnd.Length);
        return true;
    }

    /// <summary>Reads one reply of text that is no longer than the buffer.</summary>
    public string ReadText()
    {
        var length = ReadBulkLength();
        while (_end - _start < length)
            Fill();
        var text = Encoding.UTF8.GetString(_buffer, _start, length);
        Skip(length + LineEnd.Length);
        return text;
    }

    public void Dispose() => _socket.Dispose();

    private static int Copy(byte[] source, Span<byte> destination, int at)
    {
        source.CopyTo(destination[at..]);
        return at + source.Length;
    }

    private int ReadBulkLength()
    {
        var line = ReadLine();
        return line[0] == '$' ? int.Parse(line[1..]) : throw new InvalidDataException(Encoding.UTF8.GetString(line));
    }

    private ReadOnlySpan<byte> ReadLine()
    {
        int length;
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf(LineEnd)) < 0)
            Fill();
        var line = _buffer.AsSpan(_start, length);
        _start += length + LineEnd.Length;
        return line;
    }

    private void Skip(int bytes)
    {
        while (_end - _start < bytes)
            Fill();
        _start += bytes;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var read = _socket.Receive(_buffer.AsSpan(_end));
        if (read == 0)
            throw new EndOfStreamException("the server closed the connection");
        _end += read;
    }
}
