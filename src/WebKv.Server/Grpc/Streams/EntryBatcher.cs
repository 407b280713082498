using WebKv.V1;

namespace WebKv.Server.Grpc.Streams;

/// <summary>
/// Puts entries together in batches, each within what a response may hold, since a message of gRPC costs more than an
/// entry.
/// </summary>
/// <param name="bytesMax">What a response may hold.</param>
/// <param name="begin">Takes a new batch, to which entries are added until there is another one.</param>
internal sealed class EntryBatcher(long bytesMax, Action<StreamEntryBatch> begin)
{
    // Room for what stands around an entry in a response.
    private const int FrameBytes = 16;

    private StreamEntryBatch? _batch;
    private long _bytes;

    /// <summary>Adds an entry; false if it does not fit any response.</summary>
    public bool TryAdd(StreamEntry entry)
    {
        int bytes = entry.CalculateSize() + FrameBytes;
        if (bytes > bytesMax)
            return false;
        if (_batch is null || _bytes + bytes > bytesMax)
        {
            _batch = new StreamEntryBatch();
            _bytes = 0;
            begin(_batch);
        }
        _batch.Entries.Add(entry);
        _bytes += bytes;
        return true;
    }

    /// <summary>What is added next goes into a batch of its own.</summary>
    public void Cut() => _batch = null;
}
