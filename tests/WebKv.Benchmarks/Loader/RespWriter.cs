using System.Buffers.Text;
using System.Text;

namespace WebKv.Benchmarks.Loader;

/// <summary>A growing buffer of RESP commands to be sent at once.</summary>
internal sealed class RespWriter
{
    private byte[] _bytes = new byte[64 * 1024];
    private int _length;

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Begin(int arguments) => Head((byte)'*', arguments);

    public void Add(string argument) => Add(Encoding.UTF8.GetBytes(argument));

    public void Add(long argument)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(argument, text, out var written);
        Add(text[..written]);
    }

    public void Add(ReadOnlySpan<byte> argument)
    {
        Head((byte)'$', argument.Length);
        Append(argument);
        Append("\r\n"u8);
    }

    private void Head(byte kind, int number)
    {
        Span<byte> text = stackalloc byte[16];
        text[0] = kind;
        Utf8Formatter.TryFormat(number, text[1..], out var written);
        Append(text[..(1 + written)]);
        Append("\r\n"u8);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length - _length < bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + bytes.Length));
        bytes.CopyTo(_bytes.AsSpan(_length));
        _length += bytes.Length;
    }
}
