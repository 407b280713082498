namespace WebKv.Server.Tests.Doors;

/// <summary>How a string is written: when it ends, and what must hold for it.</summary>
public sealed record SetOptions
{
    public long? TtlMs { get; init; }

    public DateTimeOffset? ExpireAt { get; init; }

    public bool KeepTtl { get; init; }

    /// <summary>True: only if the key exists; false: only if it does not; null: always.</summary>
    public bool? IfExists { get; init; }
}
