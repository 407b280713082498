namespace WebKv.Memory.Collections.Streams;

/// <summary>A group of consumers as it lies in native memory, followed by its name.</summary>
internal unsafe struct GroupState
{
    public NamedHead Name;

    public StreamId LastId;

    public long EntriesRead;

    /// <summary>Items are <see cref="PendingState"/>s.</summary>
    public IdList Pending;

    public NameTable Consumers;

    private int BlockBytes => sizeof(GroupState) + Name.NameLength;

    public static GroupState* Create(StreamMemory memory, ReadOnlySpan<byte> name)
    {
        var group = (GroupState*)memory.Allocate(sizeof(GroupState) + name.Length);
        *group = new GroupState
        {
            Name = new NamedHead { NameAt = sizeof(GroupState), NameLength = name.Length },
            Pending = new IdList(sizeof(PendingState)),
        };
        name.CopyTo(new Span<byte>(group + 1, name.Length));
        return group;
    }

    public GroupState* Clone(StreamMemory memory)
    {
        GroupState* clone;
        fixed (NamedHead* name = &Name)
            clone = Create(memory, NamedHead.NameOf(name));
        clone->LastId = LastId;
        clone->EntriesRead = EntriesRead;
        for (int i = 0; i < Consumers.Count; i++)
        {
            var consumer = (ConsumerState*)Consumers[i];
            ReadOnlySpan<byte> name = NamedHead.NameOf(&consumer->Name);
            clone->Consumers.Add(
                memory, &ConsumerState.Create(memory, name, consumer->SeenMs, consumer->ActiveMs)->Name);
        }
        ClonePending(memory, clone);
        return clone;
    }

    /// <summary>Frees the group and its consumers, this block included.</summary>
    public void Free(StreamMemory memory)
    {
        for (int i = 0; i < Consumers.Count; i++)
            ((ConsumerState*)Consumers[i])->Free(memory);
        Consumers.Free(memory);
        Pending.Free(memory);
        fixed (GroupState* block = &this)
            memory.Free(block, BlockBytes);
    }

    private readonly void ClonePending(StreamMemory memory, GroupState* clone)
    {
        int leaf = 0;
        for (int place = 0; Pending.ItemAt(ref leaf, ref place) is var item && item != null; place++)
        {
            var pending = (PendingState*)item;
            ReadOnlySpan<byte> name = NamedHead.NameOf(&pending->Consumer->Name);
            var consumer = (ConsumerState*)clone->Consumers.Find(name);
            var copy = (PendingState*)clone->Pending.Add(memory, pending->Id);
            *copy = *pending;
            copy->Consumer = consumer;
            consumer->Pending.Add(memory, pending->Id);
        }
    }
}
