namespace WebKv.Server.Tests.Doors;

/// <summary>The operations that wait when they find nothing, as every door has them; nothing in time is null.</summary>
public interface IWaitDoor
{
    /// <summary>Takes one element, at the left, from the first of these lists that has any.</summary>
    Task<(string Key, string Value)?> PopListAsync(string[] keys, int waitMs);

    /// <summary>The same of one list, by the way that a door has for one.</summary>
    Task<string?> PopListAsync(string key, int waitMs);

    /// <summary>Moves an element from the left of a list to the right of another.</summary>
    Task<string?> MoveAsync(string source, string destination, int waitMs);

    /// <summary>Takes the member with the lowest or highest score from the first of these sorted sets that has any.
    /// </summary>
    Task<(string Key, Scored Entry)?> PopSortedSetAsync(string[] keys, bool highest, int waitMs);

    /// <summary>The same of one sorted set, by the way that a door has for one.</summary>
    Task<Scored?> PopSortedSetAsync(string key, bool highest, int waitMs);

    /// <summary>The ids of the entries behind an id.</summary>
    Task<string[]?> ReadAsync(string key, string after, int waitMs);

    /// <summary>The ids of what is new for a consumer.</summary>
    Task<string[]?> ReadGroupAsync(string key, string group, string consumer, int waitMs);
}
