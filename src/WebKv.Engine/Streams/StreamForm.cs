using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>Reads the written form of a stream (<see cref="StreamType"/>), which may come from anybody.</summary>
/// <remarks>The stream is filled while it is read; after false it holds part of it and is to be freed.</remarks>
internal static class StreamForm
{
    private const int EntryBytesMin = 5;
    private const int GroupBytesMin = 6;
    private const int ConsumerBytesMin = 3;
    private const int PendingBytesMin = 5;

    public static bool TryRead(ref FormReader reader, StreamCollection stream)
    {
        StreamId lastId = reader.Id();
        StreamId maxDeletedId = reader.Id();
        long entriesAdded = reader.Signed();
        var places = new List<Range>();
        for (int i = reader.Count(EntryBytesMin); i > 0; i--)
            if (!TryReadEntry(ref reader, stream, places))
                return false;
        if (reader.IsBad || stream.LastId > lastId || maxDeletedId > lastId || stream.Count > entriesAdded)
            return false;
        stream.LastId = lastId;
        stream.MaxDeletedId = maxDeletedId;
        stream.EntriesAdded = entriesAdded;
        for (int i = reader.Count(GroupBytesMin); i > 0; i--)
            if (!TryReadGroup(ref reader, stream))
                return false;
        return !reader.IsBad;
    }

    private static bool TryReadEntry(ref FormReader reader, StreamCollection stream, List<Range> places)
    {
        StreamId id = reader.Id();
        int fields = reader.Count(bytesEach: 2);
        if (fields == 0 || id <= stream.LastId)
            return false;
        places.Clear();
        ReadOnlySpan<byte> all = reader.Rest;
        for (int i = 0; i < fields * 2; i++)
        {
            ReadOnlySpan<byte> text = reader.Bytes();
            int end = all.Length - reader.Rest.Length;
            places.Add((end - text.Length)..end);
        }
        if (reader.IsBad)
            return false;
        stream.Append(id, new FormFields(all, places));
        return true;
    }

    private static bool TryReadGroup(ref FormReader reader, StreamCollection stream)
    {
        ReadOnlySpan<byte> name = reader.Bytes();
        StreamId lastId = reader.Id();
        long entriesRead = reader.Signed() - 1;
        if (reader.IsBad || !stream.FindGroup(name).IsNull)
            return false;
        StreamGroup group = stream.AddGroup(name, lastId, entriesRead);
        for (int i = reader.Count(ConsumerBytesMin); i > 0; i--)
        {
            ReadOnlySpan<byte> consumer = reader.Bytes();
            long seenMs = reader.Signed();
            long activeMs = reader.Signed() - 1;
            if (reader.IsBad || !group.FindConsumer(consumer).IsNull)
                return false;
            group.AddConsumer(consumer, seenMs, activeMs);
        }
        for (int i = reader.Count(PendingBytesMin); i > 0; i--)
            if (!TryReadPending(ref reader, group))
                return false;
        return !reader.IsBad;
    }

    private static bool TryReadPending(ref FormReader reader, StreamGroup group)
    {
        StreamId id = reader.Id();
        ulong place = reader.Number();
        long deliveredMs = reader.Signed();
        long deliveries = reader.Signed();
        if (reader.IsBad || place >= (ulong)group.ConsumerCount)
            return false;
        if (group.PendingCount > 0 && id <= group.LastPending.Id)
            return false;
        group.AddPending(id, group.ConsumerAt((int)place), deliveredMs, deliveries);
        return true;
    }
}
