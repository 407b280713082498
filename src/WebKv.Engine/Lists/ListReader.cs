using WebKv.Memory.Collections;

namespace WebKv.Engine.Lists;

/// <summary>
/// Walks a list from one of its ends, or from an element, towards the other end. It ends with the next change of the
/// list.
/// </summary>
/// <remarks>To the reader a packed list is one chunk.</remarks>
internal ref struct ListReader
{
    private readonly ChunkedList? _chunks;
    private readonly bool _backwards;
    private ReadOnlySpan<byte> _entries;
    private int _chunk;
    private int _offset;

    private ListReader(
        ChunkedList? chunks, ReadOnlySpan<byte> entries, ListPosition at, bool backwards)
    {
        _chunks = chunks;
        _entries = entries;
        _chunk = at.Chunk;
        _offset = at.Offset;
        _backwards = backwards;
    }

    /// <summary>Where the element that was read last lies.</summary>
    public ListPosition Position { get; private set; }

    /// <summary>Begins at a position; walking backwards, that is the place behind the first element to be read.
    /// </summary>
    public static ListReader Of(ReadOnlySpan<byte> packed, int offset, bool backwards) =>
        new(null, packed[PackedList.EmptyLength..], new ListPosition(0, offset), backwards);

    /// <inheritdoc cref="Of(ReadOnlySpan{byte}, int, bool)"/>
    public static ListReader Of(ChunkedList chunks, ListPosition at, bool backwards) =>
        new(chunks, chunks.EntriesOf(at.Chunk), at, backwards);

    public bool TryNext(out PackedItem item) => _backwards ? TryPrevious(out item) : TryFollowing(out item);

    private bool TryFollowing(out PackedItem item)
    {
        if (_offset == _entries.Length)
        {
            if (_chunks is null || _chunk + 1 == _chunks.ChunkCount)
            {
                item = default;
                return false;
            }
            _entries = _chunks.EntriesOf(++_chunk);
            _offset = 0;
        }
        Position = new ListPosition(_chunk, _offset);
        item = PackedList.Read(_entries, _offset, out _offset);
        return true;
    }

    private bool TryPrevious(out PackedItem item)
    {
        if (_offset == 0)
        {
            if (_chunks is null || _chunk == 0)
            {
                item = default;
                return false;
            }
            _entries = _chunks.EntriesOf(--_chunk);
            _offset = _entries.Length;
        }
        _offset = PackedList.Previous(_entries, _offset);
        Position = new ListPosition(_chunk, _offset);
        item = PackedList.Read(_entries, _offset, out _);
        return true;
    }
}
