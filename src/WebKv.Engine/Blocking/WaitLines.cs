using WebKv.Engine.Execution;
using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Blocking;

/// <summary>
/// The lines of one shard. A change of a key costs one test for emptiness while nobody waits. Guarded by the shard.
/// </summary>
/// <remarks>Lines are found by the 64-bit hash of their key. Two keys with one hash would share a line: a wake-up more,
/// never one less, as each call looks at its own keys again.</remarks>
internal sealed class WaitLines(Shard shard)
{
    private readonly Dictionary<(int Database, ulong Hash), WaitLine> _lines = [];

    public bool IsEmpty => _lines.Count == 0;

    public WaitPlace Add(int database, Key key, Waiter waiter)
    {
        if (!_lines.TryGetValue((database, key.Hash), out WaitLine? line))
            _lines[(database, key.Hash)] = line = new WaitLine(database, key.Hash, key.Bytes.ToArray());
        return new WaitPlace(shard, line, line.Waiters.AddLast(waiter));
    }

    public void Remove(WaitLine line) => _lines.Remove((line.Database, line.Hash));

    public WaitLine? Find(ReadyKey key) => _lines.GetValueOrDefault((key.Database, key.Hash));

    /// <summary>Notes a key that has changed, if somebody waits for it.</summary>
    public void NoteChanged(CommandContext context, int database, ulong hash)
    {
        if (_lines.ContainsKey((database, hash)))
            context.NoteReady(new ReadyKey(shard, database, hash));
    }

    /// <summary>Notes all keys of a database that somebody waits for.</summary>
    public void NoteAllChanged(CommandContext context, int database)
    {
        foreach ((int lineDatabase, ulong hash) in _lines.Keys)
            if (lineDatabase == database)
                context.NoteReady(new ReadyKey(shard, database, hash));
    }
}
