namespace WebKv.Server.Tests.Doors;

/// <summary>The operations on hashes, as every door has them.</summary>
public interface IHashDoor
{
    /// <summary>Sets fields; returns how many are new.</summary>
    Task<long> SetAsync(string key, params (string Field, string Value)[] fields);

    /// <summary>Sets one field if it is absent, or present, with a time to live or none; returns whether it did.
    /// </summary>
    Task<bool> PutAsync(string key, string field, string value, SetOptions? options = null);

    Task<string?> GetAsync(string key, string field);

    Task<string?[]> GetManyAsync(string key, params string[] fields);

    /// <summary>All fields as "field=value", sorted; empty for a missing key.</summary>
    Task<List<string>> AllAsync(string key);

    Task<long> RemoveAsync(string key, params string[] fields);

    /// <summary>Removes one field, by the way that a door has for one.</summary>
    Task<bool> TakeOutAsync(string key, string field);

    /// <summary>Reads fields and removes them.</summary>
    Task<string?[]> TakeAsync(string key, params string[] fields);

    /// <summary>Reads fields and sets their time to live; null takes it away.</summary>
    Task<string?[]> GetAndExpireAsync(string key, long? ttlMs, params string[] fields);

    Task<long> LengthAsync(string key);

    /// <summary>The length of a field's value; null where there is no field.</summary>
    Task<long?> LengthAsync(string key, string field);

    Task<long> IncrementAsync(string key, string field, long by);

    Task<double> IncrementFloatAsync(string key, string field, double by);

    /// <summary>Names of random fields.</summary>
    Task<List<string>> RandomAsync(string key, long count);

    /// <summary>Random fields as "field=value".</summary>
    Task<List<string>> RandomPairsAsync(string key, long count);

    /// <summary>All fields that match, page by page, as "field=value", or only their names.</summary>
    Task<List<string>> ScanAsync(string key, string match, int pageSize, bool namesOnly);

    /// <summary>Sets a field's time to live if its present one allows it: "always", "ifNone", "ifSome", "ifGreater",
    /// "ifLess"; null where there is no field.</summary>
    Task<bool?> ExpireAsync(string key, string field, long ttlMs, string when = "always");

    /// <summary>The same with a deadline.</summary>
    Task<bool?> ExpireAtAsync(string key, string field, DateTimeOffset time);

    /// <summary>Milliseconds that a field has left: -1 without a deadline, -2 without a field.</summary>
    Task<long> TtlAsync(string key, string field);

    /// <summary>Takes a field's deadline away; false where there is no field.</summary>
    Task<bool> PersistAsync(string key, string field);
}
