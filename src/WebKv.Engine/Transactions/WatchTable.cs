
namespace WebKv.Engine.Transactions;

/// <summary>
/// Who watches which keys of one shard. It lives only while there are watchers, so that a store without WATCH pays
/// one null check per change. Guarded by the shard's gate.
/// </summary>
internal sealed class WatchTable
{
    private readonly Dictionary<(int Database, ulong Hash), List<WatchToken>> _watchers = [];

    public bool IsEmpty => _watchers.Count == 0;

    public void Add(int database, ulong hash, WatchToken token)
    {
        if (!_watchers.TryGetValue((database, hash), out List<WatchToken>? tokens))
            _watchers[(database, hash)] = tokens = [];
        if (!tokens.Contains(token))
            tokens.Add(token);
    }

    public void Remove(int database, ulong hash, WatchToken token)
    {
        if (!_watchers.TryGetValue((database, hash), out List<WatchToken>? tokens))
            return;
        tokens.Remove(token);
        if (tokens.Count == 0)
            _watchers.Remove((database, hash));
    }

    /// <summary>Marks the watchers of a key that changed.</summary>
    public void Touch(int database, ulong hash)
    {
        if (_watchers.TryGetValue((database, hash), out List<WatchToken>? tokens))
            foreach (WatchToken token in tokens)
                token.MarkChanged();
    }

    /// <summary>Marks the watchers of those keys of a database for which the test holds.</summary>
    public void TouchWhere(int database, Func<WatchedKey, bool> exists)
    {
        foreach (((int watched, _), List<WatchToken> tokens) in _watchers)
        {
            if (watched != database)
                continue;
            foreach (WatchToken token in tokens)
                if (token.Keys.Any(key => key.Database == database && exists(key)))
                    token.MarkChanged();
        }
    }
}
