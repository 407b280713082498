using WebKv.Memory.Collections.Streams;

namespace WebKv.Engine.Streams;

/// <summary>
/// How many of a stream's entries, counted from the first ever appended, lie up to an id: what lag is told from.
/// </summary>
/// <remarks>
/// The idea is that of Redis: nobody counts entries. A group counts what it is given, which is right as long as no
/// entry was deleted ahead of it; where that may be, the count is known only at the stream's ends. Trimming takes
/// entries from the old end and leaves the counts right.
/// </remarks>
internal readonly ref struct ReadCounter(StreamCollection stream)
{
    public const long Unknown = -1;

    private readonly StreamId _first = stream.FirstId;

    private bool HasDeletionsWithin => stream.MaxDeletedId != StreamId.Min && _first <= stream.MaxDeletedId;

    /// <summary>The count after a group that was at one id was given the next one.</summary>
    public long Advance(StreamGroup group, StreamId next) =>
        group.EntriesRead >= 0 && !HasDeletionsFrom(group.LastId) ? group.EntriesRead + 1 : Estimate(next);

    /// <summary>Entries that a group was not given yet; null when that cannot be known.</summary>
    public long? Lag(StreamGroup group)
    {
        if (stream.EntriesAdded == 0)
            return 0;
        if (group.EntriesRead >= 0 && !HasDeletionsFrom(group.LastId))
            return stream.EntriesAdded - group.EntriesRead;
        long read = Estimate(group.LastId);
        return read == Unknown ? null : stream.EntriesAdded - read;
    }

    private bool HasDeletionsFrom(StreamId id) =>
        stream.Count > 0 && HasDeletionsWithin && id <= stream.MaxDeletedId;

    private long Estimate(StreamId id)
    {
        if (stream.EntriesAdded == 0)
            return 0;
        if ((stream.Count == 0 && id <= stream.LastId) || id == stream.LastId)
            return stream.EntriesAdded;
        if (id > stream.LastId || HasDeletionsWithin)
            return Unknown;
        if (id < _first)
            return stream.EntriesAdded - stream.Count;
        return id == _first ? stream.EntriesAdded - stream.Count + 1 : Unknown;
    }
}
