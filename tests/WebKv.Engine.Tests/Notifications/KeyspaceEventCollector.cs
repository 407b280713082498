using WebKv.Engine.Notifications;
using WebKv.Testing.Engine;

namespace WebKv.Engine.Tests.Notifications;

/// <summary>A subscriber to the keyspace events of an engine, new keys and misses left out.</summary>
internal sealed class KeyspaceEventCollector
{
    private readonly TestClient _reader;

    public KeyspaceEventCollector(TestEngine engine)
    {
        engine.Engine.Notifications.Chosen = KeyspaceEvents.All | KeyspaceEvents.KeyeventChannel;
        _reader = engine.NewClient();
        _reader.RunAll("PSUBSCRIBE", "__keyevent@*");
    }

    /// <summary>The events since the last call, each as "lpush k".</summary>
    public string[] Take() => [.. _reader.TakeMessages().Select(Show)];

    // Pattern, channel and key follow the word "pmessage"; the channel ends with the event.
    private static string Show(object? message)
    {
        object?[] parts = Assert.IsType<object?[]>(message);
        return $"{((string)parts[2]!).Split("__:", 2)[1]} {parts[3]}";
    }
}
