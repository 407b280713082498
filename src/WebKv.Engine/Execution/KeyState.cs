using WebKv.Memory;

namespace WebKv.Engine.Execution;

/// <summary>What a key looked like right after a command, read under the same lock.</summary>
/// <param name="Exists">Whether the key exists; the rest means nothing otherwise.</param>
/// <param name="Type">Type of its value.</param>
/// <param name="ExpiryMs">Absolute expiry in Unix ms; 0 for none.</param>
/// <param name="Etag">Hash of the content, see <see cref="ContentHash"/>.</param>
public readonly record struct KeyState(bool Exists, RecordType Type, long ExpiryMs, ulong Etag)
{
    /// <summary>Milliseconds left, or null without an expiry.</summary>
    public long? TtlMs(long nowMs) => ExpiryMs == 0 ? null : Math.Max(0, ExpiryMs - nowMs);
}
