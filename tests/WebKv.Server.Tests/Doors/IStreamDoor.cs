namespace WebKv.Server.Tests.Doors;

/// <summary>The operations on streams, as every door has them. An entry is its id and its fields: names and values in
/// turns.</summary>
public interface IStreamDoor
{
    /// <summary>The id; null when the stream does not exist and is not to be made.</summary>
    Task<string?> AppendAsync(string key, string? id, string[] fields, StreamAppend? options = null);

    Task<List<StreamEntryText>> RangeAsync(
        string key, string start = "-", string end = "+", bool reverse = false, int count = 100);

    Task<StreamEntryText?> GetAsync(string key, string id);

    /// <summary>What comes behind an id in each of the streams; those that have nothing are left out.</summary>
    Task<Dictionary<string, List<StreamEntryText>>> ReadAsync(params (string Key, string After)[] streams);

    Task<bool> DeleteAsync(string key, string id);

    Task<long> TrimAsync(string key, long maxLength);

    /// <summary>Length, last id and number of groups; null without the stream.</summary>
    Task<(long Length, string LastId, long Groups)?> DescribeAsync(string key);

    Task CreateGroupAsync(string key, string group, string start, bool makeStream = false);

    Task<bool> DeleteGroupAsync(string key, string group);

    Task SetPositionAsync(string key, string group, string id);

    /// <summary>The name, the pending entries and the lag of each group.</summary>
    Task<List<(string Name, long Pending, long? Lag)>> GroupsAsync(string key);

    Task<bool> CreateConsumerAsync(string key, string group, string consumer);

    /// <summary>How much it had pending; null without the consumer, where the door tells that.</summary>
    Task<long?> DeleteConsumerAsync(string key, string group, string consumer);

    Task<List<(string Name, long Pending)>> ConsumersAsync(string key, string group);

    /// <summary>What the consumer is given; null for nothing new.</summary>
    Task<List<StreamEntryText>?> ReadGroupAsync(
        string key, string group, string consumer, string after = ">", int count = 100, bool noAck = false);

    Task<long> AcknowledgeAsync(string key, string group, params string[] ids);

    /// <summary>The ids, owners and delivery counts of what is pending.</summary>
    Task<List<(string Id, string Consumer, long Deliveries)>> PendingAsync(
        string key, string group, string? consumer = null);

    /// <summary>The ids that were claimed.</summary>
    Task<List<string>> ClaimAsync(
        string key, string group, string consumer, string[] ids, long minIdleMs = 0, bool force = false);

    /// <summary>The ids that were claimed, those that are gone, and where to go on.</summary>
    Task<(List<string> Ids, List<string> Deleted, string? Next)> AutoClaimAsync(
        string key, string group, string consumer, string? start = null, int count = 100);
}
