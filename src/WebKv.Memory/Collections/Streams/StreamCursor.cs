namespace WebKv.Memory.Collections.Streams;

/// <summary>
/// Walks the entries of a stream from one id to another, both included, in either direction. Any change of the stream
/// ends it.
/// </summary>
public unsafe ref struct StreamCursor
{
    private readonly EntryChunks _chunks;
    private readonly StreamId _start;
    private readonly StreamId _end;
    private readonly bool _backward;
    private int _chunk;
    private int _position;
    private ChunkEntry _current;
    private StreamChunk _currentChunk;

    internal StreamCursor(EntryChunks chunks, StreamId start, StreamId end, bool backward)
    {
        _chunks = chunks;
        _start = start;
        _end = end;
        _backward = backward;
        _chunk = chunks.FloorOf(backward ? end : start);
        if (!backward)
            _chunk = Math.Max(0, _chunk);
        _position = StartOf(_chunk);
    }

    public readonly StreamId Id => _current.Id;

    public readonly StreamEntry Entry => _currentChunk.Open(_current);

    public bool MoveNext() => _backward ? MoveBackward() : MoveForward();

    private bool MoveForward()
    {
        while (_chunk < _chunks.ChunkCount)
        {
            ref ChunkSlot slot = ref _chunks[_chunk];
            _currentChunk = new StreamChunk(slot.Block);
            while (_position < _currentChunk.Length)
            {
                _current = _currentChunk.Read(_position, slot.First);
                _position = _current.Next;
                if (_current.Id > _end)
                    return false;
                if (!_current.IsDeleted && _current.Id >= _start)
                    return true;
            }
            _position = StartOf(++_chunk);
        }
        return false;
    }

    private bool MoveBackward()
    {
        while (_chunk >= 0)
        {
            ref ChunkSlot slot = ref _chunks[_chunk];
            _currentChunk = new StreamChunk(slot.Block);
            while (_position > _currentChunk.FirstEntry)
            {
                _position = _currentChunk.Previous(_position);
                _current = _currentChunk.Read(_position, slot.First);
                if (_current.Id < _start)
                    return false;
                if (!_current.IsDeleted && _current.Id <= _end)
                    return true;
            }
            _position = StartOf(--_chunk);
        }
        return false;
    }

    private readonly int StartOf(int chunk)
    {
        if ((uint)chunk >= (uint)_chunks.ChunkCount)
            return 0;
        var entries = new StreamChunk(_chunks[chunk].Block);
        return _backward ? entries.Length : entries.FirstEntry;
    }
}
