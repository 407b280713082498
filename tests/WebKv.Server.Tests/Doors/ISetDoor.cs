namespace WebKv.Server.Tests.Doors;

/// <summary>The operations on sets, as every door has them.</summary>
public interface ISetDoor
{
    Task<long> AddAsync(string key, params string[] members);

    /// <summary>Adds one member, by the way that a door has for one.</summary>
    Task<bool> PutAsync(string key, string member);

    Task<long> RemoveAsync(string key, params string[] members);

    /// <summary>Removes one member, by the way that a door has for one.</summary>
    Task<bool> TakeOutAsync(string key, string member);

    /// <summary>0 for a missing key.</summary>
    Task<long> CountAsync(string key);

    Task<bool> HasAsync(string key, string member);

    Task<bool[]> ContainsAsync(string key, params string[] members);

    /// <summary>All members at one moment.</summary>
    Task<List<string>> MembersAsync(string key);

    /// <summary>All members that match, page by page.</summary>
    Task<List<string>> ScanAsync(string key, string match, int pageSize);

    /// <summary>All members, in one go where the door has a way to do so.</summary>
    Task<List<string>> StreamAsync(string key);

    Task<List<string>> PopAsync(string key, long count);

    Task<List<string>> RandomAsync(string key, long count);

    Task<bool> MoveAsync(string key, string to, string member);

    /// <summary>The members of a combination: "union", "intersection", "difference".</summary>
    Task<List<string>> CombineAsync(string operation, params string[] keys);

    Task<long> CountIntersectionAsync(long limit, params string[] keys);

    Task<long> StoreAsync(string operation, string destination, params string[] keys);
}
