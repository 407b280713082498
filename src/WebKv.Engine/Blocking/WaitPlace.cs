using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Blocking;

/// <summary>A waiter's place in the line of one key.</summary>
internal readonly struct WaitPlace(Shard shard, WaitLine line, LinkedListNode<Waiter> node)
{
    public void Leave()
    {
        shard.Enter();
        line.Waiters.Remove(node);
        if (line.Waiters.Count == 0)
            shard.WaitLines.Remove(line);
        shard.Exit();
    }
}
