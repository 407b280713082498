namespace WebKv.Server.Tests.Doors;

/// <summary>The operations on strings, as every door has them. Text is Latin-1, one character a byte.</summary>
/// <remarks>A missing string is null, or what Redis takes it for: empty, 0 long, without bits. Errors are
/// <see cref="DoorException"/>s.</remarks>
public interface IStringDoor
{
    Task<string?> GetAsync(string key);

    /// <summary>Whether it was written.</summary>
    Task<bool> SetAsync(string key, string value, SetOptions? options = null);

    /// <summary>Writes and returns what was there.</summary>
    Task<string?> ReplaceAsync(string key, string value);

    /// <summary>Whether there was one.</summary>
    Task<bool> DeleteAsync(string key);

    Task<string?[]> GetManyAsync(params string[] keys);

    Task SetManyAsync(params (string Key, string Value)[] items);

    /// <summary>Writes all if none exists; whether it did.</summary>
    Task<bool> SetManyIfAbsentAsync(params (string Key, string Value)[] items);

    Task<long> AppendAsync(string key, string value);

    Task<string> GetRangeAsync(string key, long start, long end);

    Task<long> SetRangeAsync(string key, long offset, string value);

    Task<long> LengthAsync(string key);

    Task<long> IncrementAsync(string key, long by);

    Task<double> IncrementFloatAsync(string key, double by);

    /// <summary>Reads and deletes.</summary>
    Task<string?> TakeAsync(string key);

    /// <summary>Reads and sets the expiry, or removes it for null.</summary>
    Task<string?> GetAndExpireAsync(string key, long? ttlMs);

    Task<bool> GetBitAsync(string key, long offset);

    /// <summary>Returns the bit that was there.</summary>
    Task<bool> SetBitAsync(string key, long offset, bool bit);

    Task<long> CountBitsAsync(string key, BitRange? range = null);

    /// <summary>The position of the first such bit, -1 for none.</summary>
    Task<long> FindBitAsync(string key, bool bit, BitRange? range = null);

    /// <summary>Combines by "and", "or", "xor" or "not"; the length of the result.</summary>
    Task<long> CombineBitsAsync(string operation, string destination, params string[] sources);

    /// <summary>What each part came to; null for one that failed.</summary>
    Task<long?[]> BitFieldAsync(string key, params BitFieldPart[] parts);
}
