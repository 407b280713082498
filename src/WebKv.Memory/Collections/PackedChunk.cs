using System.Runtime.CompilerServices;

namespace WebKv.Memory.Collections;

/// <summary>
/// One block of a <see cref="PackedDeque"/>: entries of a packed list between two offsets, with room on either side.
/// </summary>
/// <remarks>An entry is that of <see cref="PackedList"/>: its form and the form's length. Positions are offsets in the
/// block. An edit in the middle moves the shorter side.</remarks>
internal unsafe struct PackedChunk
{
    public byte* Block;
    public int Capacity;
    public int Start;
    public int End;
    public int Count;

    public readonly int Used => End - Start;

    /// <summary>The entries up to their end; positions are offsets in it.</summary>
    public readonly ReadOnlySpan<byte> Entries => new(Block, End);

    public readonly PackedItem Read(int position, out int next) => PackedList.Read(Entries, position, out next);

    public readonly int Previous(int position) => PackedList.Previous(Entries, position);

    /// <summary>The position of the entry at an index of this chunk.</summary>
    public readonly int PositionOf(int index)
    {
        int position;
        if (index <= Count / 2)
        {
            position = Start;
            for (; index > 0; index--)
                Read(position, out position);
            return position;
        }
        position = End;
        for (; index < Count; index++)
            position = Previous(position);
        return position;
    }

    /// <summary>Puts an entry before the one at a position, if there is room; <see cref="End"/> appends. Gives the
    /// position of the new entry.</summary>
    public bool TryInsert(ref int position, PackedItem item)
    {
        int length = PackedList.EntryLength(item);
        if (Capacity - Used < length)
            return false;
        position = MakeGap(position, length);
        PackedList.WriteEntry(new Span<byte>(Block + position, length), item);
        Count++;
        return true;
    }

    /// <summary>Takes out entries from a position on; gives the position of what follows them.</summary>
    public int Remove(int position, int count)
    {
        int end = position;
        for (int i = 0; i < count; i++)
            Read(end, out end);
        int length = end - position;
        Count -= count;
        if (position - Start < End - end)
        {
            Move(Start, Start + length, position - Start);
            Start += length;
            return end;
        }
        Move(end, position, End - end);
        End -= length;
        return position;
    }

    /// <summary>Moves the entries from a position on to the end of another, empty chunk.</summary>
    public void SplitInto(ref PackedChunk other, int position, int countBefore)
    {
        int length = End - position;
        Unsafe.CopyBlockUnaligned(other.Block, Block + position, (uint)length);
        other.Start = 0;
        other.End = length;
        other.Count = Count - countBefore;
        End = position;
        Count = countBefore;
    }

    /// <summary>Appends all entries of another chunk, for which there is room.</summary>
    public void Append(in PackedChunk other)
    {
        if (Capacity - End < other.Used)
        {
            Move(Start, 0, Used);
            End -= Start;
            Start = 0;
        }
        Unsafe.CopyBlockUnaligned(Block + End, other.Block + other.Start, (uint)other.Used);
        End += other.Used;
        Count += other.Count;
    }

    private int MakeGap(int position, int length)
    {
        bool prefersLeft = position - Start < End - position;
        if (prefersLeft ? Start >= length : Capacity - End < length)
        {
            int room = Math.Min(length, Start);
            Move(Start, Start - room, position - Start);
            Start -= room;
            position -= room;
            length -= room;
            if (length == 0)
                return position;
        }
        int rest = Math.Min(length, Capacity - End);
        Move(position, position + rest, End - position);
        End += rest;
        if (rest == length)
            return position;
        int left = length - rest;
        Move(Start, Start - left, position - Start);
        Start -= left;
        return position - left;
    }

    private readonly void Move(int from, int to, int bytes) =>
        Buffer.MemoryCopy(Block + from, Block + to, bytes, bytes);
}
