namespace WebKv.Server.Tests.Doors;

/// <summary>The operations on lists, as every door has them. Text is Latin-1, one character a byte; sides are "left"
/// and "right".</summary>
/// <remarks>A missing list is what Redis takes it for: empty, 0 long. Errors are <see cref="DoorException"/>s.
/// </remarks>
public interface IListDoor
{
    /// <summary>The new length; 0 if it must exist and does not.</summary>
    Task<long> PushAsync(string key, string side, bool onlyIfExists, params string[] values);

    /// <summary>What was taken; null if there was no list.</summary>
    Task<string[]?> PopAsync(string key, string side, long count);

    /// <summary>From the first of these keys that has a list.</summary>
    Task<(string Key, string[] Values)?> PopAnyAsync(string[] keys, string side, long count);

    /// <summary>The element; null if there was none.</summary>
    Task<string?> MoveAsync(string source, string destination, string from, string to);

    Task<string[]> RangeAsync(string key, long start, long stop);

    /// <summary>Null if there is no such element.</summary>
    Task<string?> GetItemAsync(string key, long index);

    Task SetItemAsync(string key, long index, string value);

    /// <summary>The new length; null if there is no list or no pivot.</summary>
    Task<long?> InsertAsync(string key, bool before, string pivot, string value);

    Task<long> RemoveAsync(string key, long count, string value);

    Task TrimAsync(string key, long start, long stop);

    Task<long[]> FindAsync(string key, string value, long rank = 1, long count = 1, long maxLen = 0);

    Task<long> LengthAsync(string key);
}
