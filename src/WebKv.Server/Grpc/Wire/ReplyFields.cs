namespace WebKv.Server.Grpc.Wire;

/// <summary>The field numbers of a message's reply and of the error in its place.</summary>
internal readonly record struct ReplyFields(int Reply, int Error);
