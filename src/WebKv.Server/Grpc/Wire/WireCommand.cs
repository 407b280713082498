using System.Runtime.InteropServices;
using WebKv.Engine.Commands;
using WebKv.Memory;

namespace WebKv.Server.Grpc.Wire;

/// <summary>
/// A command line whose arguments stay where they are in a received message; those that the engine would keep as
/// blobs are copied into blobs here, before any lock is taken.
/// </summary>
/// <remarks>Used for one command after the other; <see cref="Clear"/> ends the use of the message.</remarks>
internal sealed class WireCommand
{
    private readonly List<Blob> _blobs = [];
    private ArgSlice[] _slices = new ArgSlice[8];
    private int _count;

    /// <summary>The number that the client gave the command; 0 where it can give none.</summary>
    public ulong Id { get; private set; }

    public int Count => _count;

    /// <summary>The line over the message that it was read from.</summary>
    public ArgList Over(WireMessage message) => new(
        message.Bytes, _slices.AsSpan(0, _count), CollectionsMarshal.AsSpan(_blobs));

    /// <summary>Reads webkv.v1.Command or ExecuteCommandRequest; false when the bytes are no such message.</summary>
    /// <param name="reader">The message, with positions in the whole buffer.</param>
    /// <param name="argumentField">The number of the field `args`.</param>
    /// <param name="idField">The number of the field `id`; 0 for none.</param>
    public bool TryRead(ProtoReader reader, int argumentField, int idField)
    {
        Clear();
        while (reader.Next())
        {
            if (reader.Is(argumentField, WireType.Length))
                Add(reader);
            else if (reader.Is(idField, WireType.Varint))
                Id = reader.Number;
        }
        return !reader.IsFaulted;
    }

    public void Clear()
    {
        foreach (Blob blob in _blobs)
            blob.Release();
        _blobs.Clear();
        _count = 0;
        Id = 0;
    }

    private void Add(in ProtoReader argument)
    {
        if (_count == _slices.Length)
            Array.Resize(ref _slices, _count * 2);
        _slices[_count++] = argument.Length < Values.BlobBytesMin
            ? ArgSlice.InBuffer(argument.Start, argument.Length)
            : ArgSlice.InBlob(AddBlob(argument.Content));
    }

    private int AddBlob(ReadOnlySpan<byte> content)
    {
        _blobs.Add(Blob.CopyOf(content));
        return _blobs.Count - 1;
    }
}
