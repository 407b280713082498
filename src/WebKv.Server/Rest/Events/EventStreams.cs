using WebKv.Server.Hosting;

namespace WebKv.Server.Rest.Events;

/// <summary>How responses that are streams of events end.</summary>
internal static class EventStreams
{
    /// <summary>Serves events until they end by themselves, the time is over, the client goes or the server stops: each
    /// ends the response in its order.</summary>
    /// <param name="streams">The server's open streams.</param>
    /// <param name="http">The request.</param>
    /// <param name="durationMs">The time; null for any.</param>
    /// <param name="serve">Gets the token that says that it is over.</param>
    public static async Task ServeEventsAsync(
        this OpenStreams streams, HttpContext http, long? durationMs, Func<CancellationToken, Task> serve)
    {
        using var timed = new CancellationTokenSource();
        if (durationMs is { } ms)
            timed.CancelAfter(TimeSpan.FromMilliseconds(ms));
        using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, timed.Token);
        try
        {
            await streams.ServeAsync(http, end.Token, serve);
        }
        catch (OperationCanceledException)
        {
            // There is nobody to tell, or nothing.
        }
    }
}
