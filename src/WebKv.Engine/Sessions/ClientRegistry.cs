using System.Collections.Concurrent;

namespace WebKv.Engine.Sessions;

/// <summary>The open RESP connections, for CLIENT LIST, CLIENT KILL and INFO.</summary>
public sealed class ClientRegistry
{
    private readonly ConcurrentDictionary<long, ClientSession> _sessions = new();
    private long _lastId;
    private long _accepted;
    private long _rejected;

    public int Count => _sessions.Count;

    /// <summary>Connections accepted since the start.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Connections refused because there were too many.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>In the order in which they came; those that are being closed are left out.</summary>
    public IEnumerable<ClientSession> All =>
        _sessions.Values.Where(session => !session.IsClosing).OrderBy(session => session.Id);

    public ClientSession Open(string remoteAddress, string localAddress, long nowMs)
    {
        Interlocked.Increment(ref _accepted);
        var session = new ClientSession(Interlocked.Increment(ref _lastId), remoteAddress, localAddress, nowMs);
        _sessions[session.Id] = session;
        return session;
    }

    /// <summary>The connection with an id, or null.</summary>
    public ClientSession? Find(long id) => _sessions.GetValueOrDefault(id);

    public void CountRejected() => Interlocked.Increment(ref _rejected);

    public void Close(ClientSession session) => _sessions.TryRemove(session.Id, out _);
}
