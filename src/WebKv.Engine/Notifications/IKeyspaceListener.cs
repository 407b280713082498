namespace WebKv.Engine.Notifications;

/// <summary>Where keyspace events go.</summary>
public interface IKeyspaceListener
{
    /// <summary>Kinds that somebody wants to hear of; read at every event, so it must be cheap.</summary>
    KeyspaceEvents Wanted { get; }

    /// <summary>Takes an event in the order in which events of one key happen. It is called under the lock of the
    /// key's shard: it may only queue.</summary>
    void Publish(int database, ReadOnlySpan<byte> key, ReadOnlySpan<byte> name);
}
