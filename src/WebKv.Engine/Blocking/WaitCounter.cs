namespace WebKv.Engine.Blocking;

/// <summary>How many calls wait; their number is limited.</summary>
public sealed class WaitCounter(int max)
{
    private int _count;

    /// <summary>Calls that wait at the moment.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether one more may wait.</summary>
    internal bool HasRoom => Count < max;

    internal void Entered() => Interlocked.Increment(ref _count);

    internal void Left() => Interlocked.Decrement(ref _count);
}
