using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Streams;
using WebKv.Server.Hosting;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Events;
using WebKv.Server.Rest.Http;
using WebKv.Server.Streams;

namespace WebKv.Server.Rest.Streams;

/// <summary>Streams as server-sent events.</summary>
/// <remarks>What a client does not read stays in the stream: the next page is read when the one before is on its way.
/// </remarks>
internal sealed class TailEndpoints(KvEngine engine, OpenStreams streams, LimitOptions limits)
{
    private readonly TimeSpan _heartbeat = TimeSpan.FromMilliseconds(limits.HeartbeatMs);

    public void Map(RestRoutes routes) => routes.Get("/streams/{key}/tail", StreamDocs.Tail, Tail);

    private Task Tail(ref RestCall call)
    {
        TailStart start = StreamUrl.ReadTailStart(ref call);
        // Whether an entry is text shows when it comes, too late to refuse the request.
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        long? durationMs = call.Url.Integer("durationMs", min: 1, max: int.MaxValue);
        Error? error = call.Execute(new BeginTail { Key = call.Key, Start = start }, out TailPosition position);
        if (error is not null)
            return call.Fail(error);
        var tail = new StreamTail(engine, call.Target.Database, call.Target.Key!, position);
        HttpContext http = call.Http;
        return streams.ServeEventsAsync(http, durationMs, stop => ServeAsync(http, tail, encoding, stop));
    }

    private async Task ServeAsync(HttpContext http, StreamTail tail, BinaryEncoding encoding, CancellationToken stop)
    {
        using var stream = new EventStream(http);
        var events = new TailEvents(stream, encoding);
        events.Tailing(tail.Position);
        while (tail.Failure is null)
        {
            await stream.FlushAsync(stop);
            if (!await tail.ReadAsync(events.Next, _heartbeat, stop))
                stream.Heartbeat();
        }
        events.End(tail.Failure);
        await stream.FlushAsync(stop);
    }
}
