using System.Buffers;

namespace WebKv.Memory.Collections;

/// <summary>The form of an item as bytes: in the caller's room if it is short, else in a rented array.</summary>
internal ref struct ItemForm
{
    /// <summary>A good length for the caller's room.</summary>
    public const int RoomBytes = 128;

    private byte[]? _rented;

    public ItemForm(PackedItem item, Span<byte> room)
    {
        int length = item.EncodedLength;
        if (length > room.Length)
            room = _rented = ArrayPool<byte>.Shared.Rent(length);
        item.Write(room);
        Bytes = room[..length];
    }

    public ReadOnlySpan<byte> Bytes { get; }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
        _rented = null;
    }
}
