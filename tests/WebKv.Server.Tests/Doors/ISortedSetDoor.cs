namespace WebKv.Server.Tests.Doors;

/// <summary>The operations on sorted sets, as every door has them. Ranges are told in the words of ZRANGE.</summary>
public interface ISortedSetDoor
{
    /// <summary>Adds entries under a condition ("", "ifAbsent", "ifGreater", ..); the numbers added and changed.
    /// </summary>
    Task<(long Added, long Changed)> AddAsync(string key, string mode, params Scored[] entries);

    /// <summary>Sets one score, by the way that a door has for one; whether the member is new.</summary>
    Task<bool> PutAsync(string key, string member, double score);

    /// <summary>The sum; null if a condition kept it from being made.</summary>
    Task<double?> IncrementAsync(string key, string mode, string member, double by);

    Task<long> RemoveAsync(string key, params string[] members);

    /// <summary>Removes one member, by the way that a door has for one.</summary>
    Task<bool> TakeOutAsync(string key, string member);

    /// <summary>0 for a missing key.</summary>
    Task<long> CountAsync(string key);

    Task<double?[]> ScoresAsync(string key, params string[] members);

    /// <summary>Position from the low and from the high end, and the score; null for no such member.</summary>
    Task<(long Rank, long ReverseRank, double Score)?> RankAsync(string key, string member);

    Task<Scored[]> RangeAsync(string key, SortedSetPart part);

    Task<long> CountRangeAsync(string key, SortedSetPart part);

    Task<long> RemoveRangeAsync(string key, SortedSetPart part);

    Task<long> StoreRangeAsync(string key, string destination, SortedSetPart part);

    /// <summary>Takes out of one key, by the way that a door has for one.</summary>
    Task<Scored[]> PopAsync(string key, bool highest, long count);

    /// <summary>Takes out of the first key that has any; null for none.</summary>
    Task<(string Key, Scored[] Entries)?> PopFirstAsync(string[] keys, bool highest, long count);

    Task<Scored[]> RandomAsync(string key, long count);

    /// <summary>All members that match, page by page.</summary>
    Task<Scored[]> ScanAsync(string key, string match, int pageSize);

    /// <summary>"union", "intersection" or "difference"; weights and aggregate if not null.</summary>
    Task<Scored[]> CombineAsync(string operation, string[] keys, double[]? weights = null, string? aggregate = null);

    Task<long> CountIntersectionAsync(long limit, params string[] keys);

    Task<long> StoreAsync(
        string operation, string destination, string[] keys, double[]? weights = null, string? aggregate = null);
}
