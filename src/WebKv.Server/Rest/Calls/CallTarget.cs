namespace WebKv.Server.Rest.Calls;

/// <summary>What a call is about: a logical database, and the key that the path names, if it names one.</summary>
internal readonly record struct CallTarget(int Database, byte[]? Key);
