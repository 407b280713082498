namespace WebKv.Server.Grpc;

/// <summary>The names of the request metadata that WebKv reads.</summary>
internal static class CallMetadata
{
    /// <summary>The logical database.</summary>
    public const string Database = "webkv-db";

    /// <summary>Bytes of a reply that the client can take, where it is more than the usual.</summary>
    public const string ReplyBytesMax = "webkv-max-reply-bytes";
}
