using System.Text;
using WebKv.Engine.Notifications;

namespace WebKv.Engine.Tests.Lists;

/// <summary>Keeps keyspace events as "lpush k".</summary>
internal sealed class KeyspaceEventCollector : IKeyspaceListener
{
    private readonly List<string> _events = [];

    public KeyspaceEvents Wanted => KeyspaceEvents.All;

    public void Publish(int database, ReadOnlySpan<byte> key, ReadOnlySpan<byte> name) =>
        _events.Add($"{Encoding.Latin1.GetString(name)} {Encoding.Latin1.GetString(key)}");

    /// <summary>The events since the last call.</summary>
    public string[] Take()
    {
        string[] events = [.. _events];
        _events.Clear();
        return events;
    }
}
