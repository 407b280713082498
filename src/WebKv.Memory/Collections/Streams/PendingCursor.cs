namespace WebKv.Memory.Collections.Streams;

/// <summary>Walks pending entries by rising ids: all of a group's, or those of one consumer. An entry that becomes
/// pending or is acknowledged ends it.</summary>
public unsafe ref struct PendingCursor
{
    private readonly GroupState* _group;
    private readonly IdList* _list;
    private int _leaf;
    private int _place;

    internal PendingCursor(GroupState* group, ConsumerState* consumer, StreamId from)
    {
        _group = group;
        _list = consumer == null ? &group->Pending : &consumer->Pending;
        (_leaf, _place) = _list->Seek(from);
        Current = default;
    }

    public StreamPending Current { get; private set; }

    public bool MoveNext()
    {
        byte* item = _list->ItemAt(ref _leaf, ref _place);
        if (item == null)
            return false;
        _place++;
        bool isGroups = _list == &_group->Pending;
        Current = new StreamPending((PendingState*)(isGroups ? item : _group->Pending.Find(*(StreamId*)item)));
        return true;
    }
}
