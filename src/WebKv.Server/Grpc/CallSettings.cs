namespace WebKv.Server.Grpc;

/// <summary>What a call's metadata ask for.</summary>
/// <param name="Database">The logical database to work on.</param>
/// <param name="ReplyBytesMax">Bytes that a reply may have.</param>
internal readonly record struct CallSettings(int Database, int ReplyBytesMax);
