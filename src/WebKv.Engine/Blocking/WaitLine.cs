namespace WebKv.Engine.Blocking;

/// <summary>Those who wait for one key, in the order in which they came. Guarded by the key's shard.</summary>
internal sealed class WaitLine(int database, ulong hash, byte[] key)
{
    public int Database { get; } = database;

    public ulong Hash { get; } = hash;

    public byte[] Key { get; } = key;

    public LinkedList<Waiter> Waiters { get; } = new();
}
