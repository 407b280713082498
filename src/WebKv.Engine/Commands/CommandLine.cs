using System.Buffers.Text;
using System.Text;
using WebKv.Memory;

namespace WebKv.Engine.Commands;

/// <summary>
/// Owns the arguments of one command line: for doors that do not receive them in one buffer, and for lines that are
/// kept (MULTI). Reusable: <see cref="Clear"/> keeps its memory.
/// </summary>
/// <remarks>Arguments of <see cref="Values.BlobBytesMin"/> or more become blobs; clearing releases them.</remarks>
public sealed class CommandLine : IDisposable
{
    private const int KeptBytesMax = 64 * 1024;

    private byte[] _buffer = new byte[256];
    private int _length;
    private ArgSlice[] _slices = new ArgSlice[8];
    private int _count;
    private readonly List<Blob> _blobs = [];

    /// <summary>The line as commands read it; ends with the next change.</summary>
    public ArgList Arguments => new(
        _buffer.AsSpan(0, _length),
        _slices.AsSpan(0, _count),
        System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_blobs));

    public int Count => _count;

    /// <summary>The line as a list of keys.</summary>
    public KeyList AsKeys() => new(Arguments, 0, _count);

    /// <summary>The line as keys, each followed by a value.</summary>
    public KeyList AsPairs() => new(Arguments, 0, _count / 2, step: 2);

    /// <summary>The line as a list of values.</summary>
    public ValueList AsValues() => new(Arguments, 0, _count);

    /// <summary>Bytes of all arguments.</summary>
    public long TotalBytes { get; private set; }

    public static CommandLine Of(params ReadOnlySpan<string> arguments)
    {
        var line = new CommandLine();
        foreach (string argument in arguments)
            line.Add(argument);
        return line;
    }

    public static CommandLine CopyOf(ArgList arguments)
    {
        var line = new CommandLine();
        for (int i = 0; i < arguments.Count; i++)
            line.Add(arguments.Value(i));
        return line;
    }

    public CommandLine Add(ReadOnlySpan<byte> argument)
    {
        if (argument.Length >= Values.BlobBytesMin)
            return AddBlob(Blob.CopyOf(argument));
        argument.CopyTo(Reserve(argument.Length));
        return this;
    }

    public CommandLine Add(string argument)
    {
        int length = Encoding.UTF8.GetByteCount(argument);
        if (length >= Values.BlobBytesMin)
            return Add(Encoding.UTF8.GetBytes(argument));
        Encoding.UTF8.GetBytes(argument, Reserve(length));
        return this;
    }

    public CommandLine Add(long argument)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(argument, text, out int written);
        return Add(text[..written]);
    }

    /// <summary>Takes another reference of a blob value, copies a small one.</summary>
    public CommandLine Add(Value argument)
    {
        if (argument.Blob.IsNull)
            return Add(argument.Bytes);
        argument.Blob.Retain();
        return AddBlob(argument.Blob);
    }

    /// <summary>Adds a blob; the line takes over the caller's reference.</summary>
    public CommandLine AddBlob(Blob blob)
    {
        _blobs.Add(blob);
        AddSlice(ArgSlice.InBlob(_blobs.Count - 1));
        TotalBytes += blob.Length;
        return this;
    }

    public void Clear()
    {
        foreach (Blob blob in _blobs)
            blob.Release();
        _blobs.Clear();
        _length = 0;
        _count = 0;
        TotalBytes = 0;
        if (_buffer.Length > KeptBytesMax)
            _buffer = new byte[256];
    }

    public void Dispose() => Clear();

    private Span<byte> Reserve(int length)
    {
        if (_buffer.Length - _length < length)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + length));
        AddSlice(ArgSlice.InBuffer(_length, length));
        Span<byte> room = _buffer.AsSpan(_length, length);
        _length += length;
        TotalBytes += length;
        return room;
    }

    private void AddSlice(ArgSlice slice)
    {
        if (_count == _slices.Length)
            Array.Resize(ref _slices, _slices.Length * 2);
        _slices[_count++] = slice;
    }
}
