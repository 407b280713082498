using Google.Protobuf.WellKnownTypes;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Streams over gRPC.</summary>
public sealed class GrpcStreams(StreamService.StreamServiceClient client, GrpcPeer peer) : IStreamDoor
{
    public async Task<string?> AppendAsync(string key, string? id, string[] fields, StreamAppend? options = null)
    {
        var request = new AppendStreamRequest
        {
            Key = Bytes(key),
            Fields =
            {
                fields.Chunk(2).Select(pair => new FieldValue { Field = Bytes(pair[0]), Value = Bytes(pair[1]) }),
            },
            NoMakeStream = options is { OnlyIfExists: true },
        };
        if (id is not null)
            request.Id = id;
        if (options?.MaxLength is { } length)
            request.Trim = new StreamTrim { MaxLength = length };
        else if (options?.MinId is { } minId)
            request.Trim = new StreamTrim { MinId = minId };
        AppendStreamResponse response = await AnswerAsync(client.AppendStreamAsync(request, peer.Options));
        return response.HasId ? response.Id : null;
    }

    public async Task<List<StreamEntryText>> RangeAsync(
        string key, string start = "-", string end = "+", bool reverse = false, int count = 100)
    {
        var request = new RangeStreamRequest
        {
            Key = Bytes(key),
            Start = start,
            End = end,
            Reverse = reverse,
            Count = count,
        };
        return Entries((await AnswerAsync(client.RangeStreamAsync(request, peer.Options))).Entries);
    }

    public async Task<StreamEntryText?> GetAsync(string key, string id) =>
        (await RangeAsync(key, id, id)).SingleOrDefault();

    public async Task<Dictionary<string, List<StreamEntryText>>> ReadAsync(
        params (string Key, string After)[] streams)
    {
        var request = new ReadStreamsRequest
        {
            Streams = { streams.Select(s => new StreamOffset { Key = Bytes(s.Key), After = s.After }) },
        };
        var response = await AnswerAsync(client.ReadStreamsAsync(request, peer.Options));
        return response.Streams.ToDictionary(stream => Text(stream.Key), stream => Entries(stream.Entries));
    }

    public async Task<bool> DeleteAsync(string key, string id)
    {
        var request = new DeleteStreamEntriesRequest { Key = Bytes(key), Ids = { id } };
        return (await AnswerAsync(client.DeleteStreamEntriesAsync(request, peer.Options))).DeletedCount == 1;
    }

    public async Task<long> TrimAsync(string key, long maxLength)
    {
        var request = new TrimStreamRequest { Key = Bytes(key), Trim = new StreamTrim { MaxLength = maxLength } };
        return (await AnswerAsync(client.TrimStreamAsync(request, peer.Options))).RemovedCount;
    }

    public async Task<(long Length, string LastId, long Groups)?> DescribeAsync(string key)
    {
        var response = await AnswerAsync(client.GetStreamInfoAsync(new() { Key = Bytes(key) }, peer.Options));
        StreamInfo? info = response.Info;
        return info is null ? null : (info.Length, info.LastId, info.GroupCount);
    }

    public Task CreateGroupAsync(string key, string group, string start, bool makeStream = false)
    {
        var request = new CreateGroupRequest
        {
            Key = Bytes(key),
            Group = Bytes(group),
            Start = start,
            MakeStream = makeStream,
        };
        return AnswerAsync(client.CreateGroupAsync(request, peer.Options));
    }

    public async Task<bool> DeleteGroupAsync(string key, string group)
    {
        var request = new DeleteGroupRequest { Key = Bytes(key), Group = Bytes(group) };
        return (await AnswerAsync(client.DeleteGroupAsync(request, peer.Options))).Deleted;
    }

    public Task SetPositionAsync(string key, string group, string id)
    {
        var request = new SetGroupPositionRequest { Key = Bytes(key), Group = Bytes(group), Id = id };
        return AnswerAsync(client.SetGroupPositionAsync(request, peer.Options));
    }

    public async Task<List<(string Name, long Pending, long? Lag)>> GroupsAsync(string key)
    {
        var response = await AnswerAsync(client.ListGroupsAsync(new() { Key = Bytes(key) }, peer.Options));
        return [.. response.Groups.Select(
            group => (Text(group.Name), group.PendingCount, group.HasLag ? group.Lag : (long?)null))];
    }

    public async Task<bool> CreateConsumerAsync(string key, string group, string consumer)
    {
        var request = new CreateConsumerRequest { Key = Bytes(key), Group = Bytes(group), Consumer = Bytes(consumer) };
        return (await AnswerAsync(client.CreateConsumerAsync(request, peer.Options))).Created;
    }

    public async Task<long?> DeleteConsumerAsync(string key, string group, string consumer)
    {
        var request = new DeleteConsumerRequest { Key = Bytes(key), Group = Bytes(group), Consumer = Bytes(consumer) };
        var response = await AnswerAsync(client.DeleteConsumerAsync(request, peer.Options));
        return response.Deleted ? response.PendingCount : null;
    }

    public async Task<List<(string Name, long Pending)>> ConsumersAsync(string key, string group)
    {
        var request = new ListConsumersRequest { Key = Bytes(key), Group = Bytes(group) };
        var response = await AnswerAsync(client.ListConsumersAsync(request, peer.Options));
        return [.. response.Consumers.Select(consumer => (Text(consumer.Name), consumer.PendingCount))];
    }

    public async Task<List<StreamEntryText>?> ReadGroupAsync(
        string key, string group, string consumer, string after = ">", int count = 100, bool noAck = false)
    {
        var request = new ReadGroupRequest
        {
            Group = Bytes(group),
            Consumer = Bytes(consumer),
            Streams = { new StreamOffset { Key = Bytes(key), After = after } },
            Count = count,
            NoAck = noAck,
        };
        var response = await AnswerAsync(client.ReadGroupAsync(request, peer.Options));
        return response.Streams.Count == 0 ? null : Entries(response.Streams[0].Entries);
    }

    public async Task<long> AcknowledgeAsync(string key, string group, params string[] ids)
    {
        var request = new AcknowledgeEntriesRequest { Key = Bytes(key), Group = Bytes(group), Ids = { ids } };
        return (await AnswerAsync(client.AcknowledgeEntriesAsync(request, peer.Options))).AcknowledgedCount;
    }

    public async Task<List<(string Id, string Consumer, long Deliveries)>> PendingAsync(
        string key, string group, string? consumer = null)
    {
        var request = new ListPendingEntriesRequest { Key = Bytes(key), Group = Bytes(group) };
        if (consumer is not null)
            request.Consumer = Bytes(consumer);
        var response = await AnswerAsync(client.ListPendingEntriesAsync(request, peer.Options));
        return [.. response.Entries.Select(entry => (entry.Id, Text(entry.Consumer), entry.DeliveryCount))];
    }

    public async Task<List<string>> ClaimAsync(
        string key, string group, string consumer, string[] ids, long minIdleMs = 0, bool force = false)
    {
        var request = new ClaimEntriesRequest
        {
            Key = Bytes(key),
            Group = Bytes(group),
            Consumer = Bytes(consumer),
            MinIdle = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(minIdleMs)),
            Ids = { ids },
            Force = force,
        };
        var response = await AnswerAsync(client.ClaimEntriesAsync(request, peer.Options));
        return [.. response.Entries.Select(entry => entry.Id)];
    }

    public async Task<(List<string> Ids, List<string> Deleted, string? Next)> AutoClaimAsync(
        string key, string group, string consumer, string? start = null, int count = 100)
    {
        var request = new AutoClaimEntriesRequest
        {
            Key = Bytes(key),
            Group = Bytes(group),
            Consumer = Bytes(consumer),
            Start = start ?? "",
            Count = count,
        };
        var response = await AnswerAsync(client.AutoClaimEntriesAsync(request, peer.Options));
        return (
            [.. response.Entries.Select(entry => entry.Id)],
            [.. response.DeletedIds],
            response.NextStart.Length == 0 ? null : response.NextStart);
    }

    private static List<StreamEntryText> Entries(IEnumerable<StreamEntry> entries) =>
        [.. entries.Select(entry => new StreamEntryText(entry.Id, entry.Deleted
            ? null
            : [.. entry.Fields.SelectMany(field => (string[])[Text(field.Field), Text(field.Value)])]))];
}
