using WebKv.Engine.Keyspace;

namespace WebKv.Engine.Blocking;

/// <summary>A key that has changed and that somebody waits for.</summary>
internal readonly record struct ReadyKey(Shard Shard, int Database, ulong Hash);
