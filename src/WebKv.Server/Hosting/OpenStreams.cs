namespace WebKv.Server.Hosting;

/// <summary>
/// Lets streams say goodbye before the listeners close: on shutdown every stream is told at once, and the web server is
/// stopped when their last bytes are out, or after <see cref="Grace"/>.
/// </summary>
/// <remarks>
/// Without it the end of the connection can overtake the end of a stream, and the client sees a broken connection
/// instead of the reason.
/// </remarks>
internal sealed class OpenStreams(IHostApplicationLifetime lifetime) : IHostedLifecycleService
{
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Starts at one for the server itself, which leaves when it stops.
    private int _open = 1;

    /// <summary>How long a client may take to read the end of its stream.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(2);

    // A client drops what it has not read yet of a stream when its connection ends.
    private static TimeSpan Linger { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Counts the stream of this request until its response has been sent.</summary>
    private void Add(HttpContext context)
    {
        Interlocked.Increment(ref _open);
        context.Response.OnCompleted(() =>
        {
            Leave();
            return Task.CompletedTask;
        });
    }

    /// <summary>Serves a stream until it ends by itself, its client goes, or the server stops. A client that does not
    /// read cannot be told of the stop, so its stream is broken off after <see cref="Grace"/>.</summary>
    /// <param name="http">The request.</param>
    /// <param name="gone">The client has gone.</param>
    /// <param name="serve">Gets the token that says that it is over.</param>
    public async Task ServeAsync(HttpContext http, CancellationToken gone, Func<CancellationToken, Task> serve)
    {
        Add(http);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, lifetime.ApplicationStopping);
        using var stalled = new CancellationTokenSource();
        using CancellationTokenRegistration stopping =
            lifetime.ApplicationStopping.Register(() => stalled.CancelAfter(Grace));
        using CancellationTokenRegistration abort = stalled.Token.Register(http.Abort);
        await serve(stop.Token);
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        bool hadStreams = Volatile.Read(ref _open) > 1;
        lifetime.StopApplication();
        Leave();
        await Task.WhenAny(_drained.Task, Task.Delay(Grace, cancellationToken));
        if (hadStreams)
            await Task.WhenAny(Task.Delay(Linger, cancellationToken));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Leave()
    {
        if (Interlocked.Decrement(ref _open) == 0)
            _drained.TrySetResult();
    }
}
