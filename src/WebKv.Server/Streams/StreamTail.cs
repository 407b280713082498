using System.Runtime.ExceptionServices;
using WebKv.Engine.Blocking;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Streams;

namespace WebKv.Server.Streams;

/// <summary>
/// Follows a stream for REST or gRPC: page by page, and it waits for the next one without a thread.
/// </summary>
/// <remarks>
/// A page is read when its reader wants it, so a slow one costs a page, not a queue. What a page holds lies in the
/// engine's reply and is told to a callback, on the thread of whoever has made it ready; the callback copies it and
/// waits for nothing. Thread rule: one reader, which does nothing else while it reads.
/// </remarks>
internal sealed class StreamTail(KvEngine engine, int database, byte[] key, TailPosition position)
{
    private const int EntriesAtOnce = 512;
    private const int BytesAtOnce = 256 * 1024;

    private ExceptionDispatchInfo? _fault;

    /// <summary>What has been told so far.</summary>
    public TailPosition Position { get; private set; } = position;

    /// <summary>Why the stream cannot be followed any longer.</summary>
    public Error? Failure { get; private set; }

    /// <summary>Tells the next page, or fails, as soon as there is something; false when the time is over.</summary>
    public async Task<bool> ReadAsync(Action<TailReply> tell, TimeSpan time, CancellationToken stop)
    {
        var timeMs = (long)time.TotalMilliseconds;
        WaitOutcome outcome = await AwaitedCall.RunAsync(engine, context => Attempt(context, tell, timeMs), stop);
        _fault?.Throw();
        stop.ThrowIfCancellationRequested();
        return outcome == WaitOutcome.Served;
    }

    private void Attempt(CommandContext context, Action<TailReply> tell, long timeMs)
    {
        try
        {
            Read(context, tell, timeMs);
        }
        catch (Exception e)
        {
            // It belongs to this reader, not to whoever has made the page ready.
            _fault = ExceptionDispatchInfo.Capture(e);
        }
    }

    private void Read(CommandContext context, Action<TailReply> tell, long timeMs)
    {
        context.Database = database;
        using CommandLine keys = new CommandLine().Add(key);
        var read = new ReadTail
        {
            Keys = keys.AsKeys(),
            Position = Position,
            CountMax = EntriesAtOnce,
            BytesMax = BytesAtOnce,
            BlockMs = timeMs,
        };
        Failure = engine.Execute(context, read, out TailReply reply);
        if (Failure is not null || context.Waiter is { HasJoined: true })
            return;
        tell(reply);
        Position = reply.Next;
    }
}
