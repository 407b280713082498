using System.Diagnostics.Metrics;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>Counts the connections that Kestrel has open on some ports, from its own metrics.</summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _open;
    private long _ever;

    public OpenConnections(params int[] ports)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "kestrel.active_connections")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            foreach (KeyValuePair<string, object?> tag in tags)
                if (tag.Key == "server.port" && tag.Value is int port && ports.Contains(port))
                    Count(change);
        });
        _listener.Start();
    }

    public long Open => Interlocked.Read(ref _open);

    /// <summary>Connections that were opened so far.</summary>
    public long Ever => Interlocked.Read(ref _ever);

    public void Dispose() => _listener.Dispose();

    private void Count(long change)
    {
        Interlocked.Add(ref _open, change);
        if (change > 0)
            Interlocked.Add(ref _ever, change);
    }
}
