using System.Diagnostics.Metrics;

namespace WebKv.Server.Tests.Fuzz;

/// <summary>Counts the connections that Kestrel has open, by its own metrics. Made before the server, it misses none.
/// </summary>
internal sealed class OpenConnections : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, (long Open, long Ever)> _byPort = [];
    private readonly MeterListener _listener = new();

    public OpenConnections()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "kestrel.active_connections")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, change, tags, _) =>
        {
            foreach (KeyValuePair<string, object?> tag in tags)
                if (tag is { Key: "server.port", Value: int port })
                    Count(port, change);
        });
        _listener.Start();
    }

    /// <summary>The connections to a port: those that are open, and all that ever were.</summary>
    public (long Open, long Ever) To(int port)
    {
        lock (_gate)
            return _byPort.GetValueOrDefault(port);
    }

    public void Dispose() => _listener.Dispose();

    private void Count(int port, long change)
    {
        lock (_gate)
        {
            (long open, long ever) = _byPort.GetValueOrDefault(port);
            _byPort[port] = (open + change, ever + Math.Max(0, change));
        }
    }
}
