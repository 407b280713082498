namespace WebKv.Engine.Transactions;

/// <summary>What one session watches, and whether any of it has changed since.</summary>
public sealed class WatchToken
{
    private volatile bool _changed;

    public List<WatchedKey> Keys { get; } = [];

    public bool Changed => _changed;

    internal void MarkChanged() => _changed = true;
}
