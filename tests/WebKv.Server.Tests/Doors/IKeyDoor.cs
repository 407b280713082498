namespace WebKv.Server.Tests.Doors;

/// <summary>The operations on keys, as every door has them.</summary>
public interface IKeyDoor
{
    /// <summary>What <see cref="TtlMsAsync"/> returns for a key that does not exist.</summary>
    const long Missing = -2;

    /// <summary>What <see cref="TtlMsAsync"/> returns for a key that lives for ever.</summary>
    const long Forever = -1;

    Task<KeyDescription?> DescribeAsync(string key);

    Task<bool> ExistsAsync(string key);

    Task<bool> DeleteAsync(string key);

    Task<long> DeleteManyAsync(params string[] keys);

    Task<long> CountExistingAsync(params string[] keys);

    Task<long> TouchAsync(params string[] keys);

    Task RenameAsync(string key, string to, bool replace = false);

    /// <summary>False when there is nothing to copy or the target exists.</summary>
    Task<bool> CopyAsync(string key, string to, bool replace = false);

    /// <summary>Whether the key exists and the condition ("always", "ifNone", "ifSome", "ifGreater", "ifLess") held.
    /// </summary>
    Task<bool> ExpireAsync(string key, long ttlMs, string when = "always");

    Task<bool> ExpireAtAsync(string key, DateTimeOffset time);

    Task<long> TtlMsAsync(string key);

    /// <summary>Removes the expiry, if there is a key and it has one.</summary>
    Task PersistAsync(string key);

    /// <summary>All keys that match, page by page.</summary>
    Task<List<string>> ListAsync(string match, int pageSize, string? type = null);

    /// <summary>All keys that match, in one go where the door has a way to do so.</summary>
    Task<List<string>> StreamAsync(string match);

    Task<string?> RandomAsync();

    /// <summary>The value as bytes; null for a missing key.</summary>
    Task<string?> DumpAsync(string key);

    Task RestoreAsync(string key, string payload, long? ttlMs = null, bool replace = false);

    /// <summary>Bytes of memory that a key takes; null for a missing one.</summary>
    Task<long?> MemoryBytesAsync(string key);
}
