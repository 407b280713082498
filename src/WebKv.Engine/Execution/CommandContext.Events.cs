using WebKv.Engine.Keyspace;
using WebKv.Engine.Notifications;

namespace WebKv.Engine.Execution;

/// <content>Whom a command tells what it does to keys.</content>
public sealed partial class CommandContext
{
    private bool _replaces;

    /// <summary>Tells what happened to a key, to those who listen to events of this kind. That a key expired, is new
    /// or was looked for in vain is told by the methods that find that out.</summary>
    /// <param name="kind">The kind of the event.</param>
    /// <param name="name">Its name, as Redis calls it.</param>
    /// <param name="key">The key, in the database of this context.</param>
    public void Notify(KeyspaceEvents kind, ReadOnlySpan<byte> name, Key key) => Notify(kind, name, key, Database);

    /// <inheritdoc cref="Notify(KeyspaceEvents, ReadOnlySpan{byte}, Key)"/>
    public void Notify(KeyspaceEvents kind, ReadOnlySpan<byte> name, Key key, int database)
    {
        if ((_engine.Notifications.Wanted & kind) != 0)
            _engine.Notifications.Publish(database, key.Bytes, name, Outbox);
    }

    /// <summary>Tells that a key was removed by a command.</summary>
    public void NotifyDeleted(Key key) => Notify(KeyspaceEvents.Generic, "del"u8, key);

    /// <summary>Tells that a read found nothing.</summary>
    internal void NotifyMiss(Key key) => Notify(KeyspaceEvents.KeyMiss, "keymiss"u8, key);

    /// <summary>The collection that the command creates next takes the place of a key that it has just removed.
    /// </summary>
    internal void NoteReplaced() => _replaces = true;

    /// <summary>Tells of a key that a collection was created for, unless it was there before.</summary>
    internal void NotifyCreated(Key key)
    {
        if (!_replaces)
            NotifyNew(key, Database);
        _replaces = false;
    }

    private void NotifyNew(Key key, int database) => Notify(KeyspaceEvents.New, "new"u8, key, database);
}
