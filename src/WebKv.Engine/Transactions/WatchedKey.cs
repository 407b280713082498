namespace WebKv.Engine.Transactions;

/// <summary>A key under WATCH, with its database: WATCH remembers the one that was selected.</summary>
public sealed record WatchedKey(int Database, byte[] Key);
