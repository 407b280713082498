namespace WebKv.Engine.Connection;

/// <summary>The Redis version that WebKv claims to be: client libraries decide by it which commands they use.
/// </summary>
public static class RedisCompatibility
{
    public const string Version = "7.2.4";

    public static ReadOnlySpan<byte> VersionUtf8 => "7.2.4"u8;
}
