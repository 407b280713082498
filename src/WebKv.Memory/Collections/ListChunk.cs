using System.Diagnostics;

namespace WebKv.Memory.Collections;

/// <summary>
/// One chunk of a <see cref="ChunkedList"/>: entries of packed form in the middle of a block, with room on both sides.
/// </summary>
/// <remarks>
/// The entries are those of a <see cref="PackedList"/> without its count, which stands here. Room before them makes a
/// push at the head as cheap as one at the tail: nothing is moved. Whoever takes more room than there is breaks memory;
/// debug builds assert it. Cost: 24 bytes per chunk.
/// </remarks>
internal unsafe struct ListChunk
{
    public byte* Block;
    public int Capacity;
    public int Start;
    public int End;
    public int Count;

    public readonly int Length => End - Start;

    public readonly int Room => Capacity - Length;

    public readonly int RoomBehind => Capacity - End;

    public readonly Span<byte> Entries => new(Block + Start, Length);

    public void PushHead(PackedItem item, int entryLength)
    {
        Debug.Assert(entryLength <= Start, "room was made before");
        Start -= entryLength;
        PackedList.WriteEntry(new Span<byte>(Block + Start, entryLength), item);
        Count++;
    }

    public void PushTail(PackedItem item, int entryLength)
    {
        Debug.Assert(entryLength <= RoomBehind, "room was made before");
        PackedList.WriteEntry(new Span<byte>(Block + End, entryLength), item);
        End += entryLength;
        Count++;
    }

    public void Insert(int offset, PackedItem item, int entryLength)
    {
        OpenGap(offset, entryLength);
        PackedList.WriteEntry(Entries.Slice(offset, entryLength), item);
        Count++;
    }

    public void Remove(int offset)
    {
        PackedList.Read(Entries, offset, out int next);
        CloseGap(offset, next - offset);
        Count--;
    }

    /// <summary>Puts another element in the place of one; there must be room for what it is longer.</summary>
    public void Replace(int offset, int oldLength, PackedItem item, int entryLength)
    {
        if (entryLength > oldLength)
            OpenGap(offset, entryLength - oldLength);
        else
            CloseGap(offset, oldLength - entryLength);
        PackedList.WriteEntry(Entries.Slice(offset, entryLength), item);
    }

    /// <summary>Where the entry at an index begins, counted from the nearer end; the index may be the count.</summary>
    public readonly int OffsetOf(int index)
    {
        ReadOnlySpan<byte> entries = Entries;
        int offset = 0;
        if (index <= Count / 2)
        {
            for (; index > 0; index--)
                PackedList.Read(entries, offset, out offset);
            return offset;
        }
        offset = entries.Length;
        for (; index < Count; index++)
            offset = PackedList.Previous(entries, offset);
        return offset;
    }

    public void RemoveHead(int count)
    {
        Start += OffsetOf(count);
        Count -= count;
    }

    public void RemoveTail(int count)
    {
        End = Start + OffsetOf(Count - count);
        Count -= count;
    }

    /// <summary>Takes out up to a number of equal elements, the first ones or the last ones; returns how many.
    /// </summary>
    public int RemoveEqual(PackedItem item, int max, bool fromTail)
    {
        int skip = fromTail ? Math.Max(0, PackedList.CountEqual(Entries, item) - max) : 0;
        int removed = PackedList.RemoveEqual(Entries, item, skip, max, out int length);
        End = Start + length;
        Count -= removed;
        return removed;
    }

    // Moves the shorter side, as far as there is room on that side.
    private void OpenGap(int offset, int length)
    {
        Debug.Assert(length <= Room, "room was made before");
        int rest = Length - offset;
        int before = offset <= rest ? Math.Min(Start, length) : Math.Max(0, length - RoomBehind);
        Move(Start, Start - before, offset);
        Move(Start + offset, Start + offset + length - before, rest);
        Start -= before;
        End += length - before;
    }

    private void CloseGap(int offset, int length)
    {
        int rest = Length - offset - length;
        if (offset <= rest)
        {
            Move(Start, Start + length, offset);
            Start += length;
        }
        else
        {
            Move(Start + offset + length, Start + offset, rest);
            End -= length;
        }
    }

    private readonly void Move(int from, int to, int length) =>
        new Span<byte>(Block + from, length).CopyTo(new Span<byte>(Block + to, length));
}
