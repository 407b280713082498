using WebKv.Engine.Streams;
using WebKv.V1;
using StreamId = WebKv.Memory.Collections.Streams.StreamId;

namespace WebKv.Server.Grpc.Streams;

/// <summary>What somebody who follows a stream is told, as responses that wait to be sent.</summary>
/// <param name="bytesMax">What a response may hold.</param>
internal sealed class TailResponses(long bytesMax)
{
    private readonly Queue<TailStreamResponse> _responses = new();

    public static TailStreamResponse Started(TailPosition from) =>
        new() { Started = new() { After = from.Id.ToString() } };

    public void Add(TailReply reply)
    {
        if (reply.Gap != TailGap.None)
            AddGap(reply.Gap == TailGap.Trimmed ? StreamGap.Types.Reason.Trimmed : StreamGap.Types.Reason.Reset,
                reply.Next.Id);
        var batcher = new EntryBatcher(bytesMax, batch => _responses.Enqueue(new() { Entries = batch }));
        EntryReply entry = reply.Entries.First;
        for (int i = 0; i < reply.Entries.Count; i++, entry = entry.Next)
        {
            if (batcher.TryAdd(StreamMessages.EntryOf(entry)))
                continue;
            AddGap(StreamGap.Types.Reason.TooLarge, entry.Id);
            batcher.Cut();
        }
    }

    public void AddHeartbeat() => _responses.Enqueue(new() { Heartbeat = new() });

    public bool TryTake(out TailStreamResponse? response) => _responses.TryDequeue(out response);

    private void AddGap(StreamGap.Types.Reason reason, StreamId after) =>
        _responses.Enqueue(new() { Gap = new() { Reason = reason, After = after.ToString() } });
}
