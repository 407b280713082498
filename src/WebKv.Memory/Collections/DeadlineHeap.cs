using System.Diagnostics;

namespace WebKv.Memory.Collections;

/// <summary>
/// Field entries in the order of their deadlines: a binary heap, the earliest at place 0.
/// </summary>
/// <remarks>
/// The idea: only fields that have a deadline are in it, and each knows its place, so a deadline is changed or taken
/// out in O(log n) without a search, and what is due is found without a look at what is not. Places lie in segments of
/// 64, so it grows without copying them. Cost: 16 bytes per field. Thread rule: that of the heap, the shard's lock.
/// </remarks>
internal sealed unsafe class DeadlineHeap(SlabHeap heap)
{
    private const int SegmentShift = 6;
    private const int SegmentPlaces = 1 << SegmentShift;
    private static readonly long SegmentBytes = SegmentPlaces * sizeof(Node);

    private Node** _segments;
    private int _segmentCount;
    private int _directoryLength;
    private uint _count;

    public long Count => _count;

    /// <summary>The earliest deadline; <see cref="long.MaxValue"/> if there is none.</summary>
    public long EarliestMs => _count == 0 ? long.MaxValue : At(0)->DeadlineMs;

    /// <summary>The entry of the earliest deadline; there must be one.</summary>
    public byte* First => At(0)->Entry;

    public long DeadlineAt(uint place) => At(place)->DeadlineMs;

    /// <summary>Sees to it that the next <see cref="Add"/> needs no memory.</summary>
    public void Reserve()
    {
        if (_count >> SegmentShift < (uint)_segmentCount)
            return;
        if (_segmentCount == _directoryLength)
            GrowDirectory();
        _segments[_segmentCount] = (Node*)heap.Allocate(SegmentBytes);
        _segmentCount++;
    }

    /// <summary>Adds a timed entry, for which there is room.</summary>
    public void Add(byte* entry, long deadlineMs)
    {
        _count++;
        SiftUp(_count - 1, new Node { DeadlineMs = deadlineMs, Entry = entry });
    }

    public void Change(uint place, long deadlineMs) =>
        Settle(place, new Node { DeadlineMs = deadlineMs, Entry = At(place)->Entry });

    /// <summary>Notes that the entry at a place lies elsewhere now.</summary>
    public void Repoint(uint place, byte* entry)
    {
        At(place)->Entry = entry;
        FieldEntry.Place(entry) = place;
    }

    public void Remove(uint place)
    {
        Debug.Assert(place < _count, "a place of the heap");
        Node last = *At(_count - 1);
        _count--;
        if (place < _count)
            Settle(place, last);
        // One spare segment stays, so that a field that comes and goes does not take and return one.
        if (_segmentCount - 2 >= 0 && _count <= (uint)(_segmentCount - 2) << SegmentShift)
            heap.Free((byte*)_segments[--_segmentCount], SegmentBytes);
    }

    /// <summary>Frees the heap, not the entries.</summary>
    public void Dispose()
    {
        while (_segmentCount > 0)
            heap.Free((byte*)_segments[--_segmentCount], SegmentBytes);
        if (_directoryLength > 0)
            heap.Free((byte*)_segments, DirectoryBytes(_directoryLength));
        _segments = null;
        _directoryLength = 0;
        _count = 0;
    }

    private void Settle(uint place, Node node)
    {
        if (place > 0 && At((place - 1) / 2)->DeadlineMs > node.DeadlineMs)
            SiftUp(place, node);
        else
            SiftDown(place, node);
    }

    private void SiftUp(uint place, Node node)
    {
        while (place > 0)
        {
            uint parent = (place - 1) / 2;
            if (At(parent)->DeadlineMs <= node.DeadlineMs)
                break;
            Put(place, *At(parent));
            place = parent;
        }
        Put(place, node);
    }

    private void SiftDown(uint place, Node node)
    {
        for (uint child = place * 2 + 1; child < _count; child = place * 2 + 1)
        {
            if (child + 1 < _count && At(child + 1)->DeadlineMs < At(child)->DeadlineMs)
                child++;
            if (At(child)->DeadlineMs >= node.DeadlineMs)
                break;
            Put(place, *At(child));
            place = child;
        }
        Put(place, node);
    }

    private void Put(uint place, Node node)
    {
        *At(place) = node;
        FieldEntry.Place(node.Entry) = place;
    }

    private Node* At(uint place) => _segments[place >> SegmentShift] + (place & (SegmentPlaces - 1));

    private void GrowDirectory()
    {
        int length = Math.Max(2, _directoryLength * 2);
        var grown = (Node**)heap.Allocate(DirectoryBytes(length));
        new ReadOnlySpan<nint>(_segments, _segmentCount).CopyTo(new Span<nint>(grown, _segmentCount));
        if (_directoryLength > 0)
            heap.Free((byte*)_segments, DirectoryBytes(_directoryLength));
        _segments = grown;
        _directoryLength = length;
    }

    private static long DirectoryBytes(int length) => (long)length * sizeof(Node*);

    private struct Node
    {
        public long DeadlineMs;
        public byte* Entry;
    }
}
