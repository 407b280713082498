using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Operations that wait, over gRPC.</summary>
public sealed class GrpcWaits(ChannelBase channel, GrpcPeer peer) : IWaitDoor
{
    private readonly ListService.ListServiceClient _lists = new(channel);
    private readonly SortedSetService.SortedSetServiceClient _sortedSets = new(channel);
    private readonly StreamService.StreamServiceClient _streams = new(channel);

    public async Task<(string Key, string Value)?> PopListAsync(string[] keys, int waitMs)
    {
        var request = new BlockingPopListRequest { Keys = { Many(keys) }, Wait = Wait(waitMs) };
        BlockingPopListResponse response = await AnswerAsync(_lists.BlockingPopListAsync(request, peer.Options));
        return response.HasKey ? (Text(response.Key), Text(response.Values.Single())) : null;
    }

    public async Task<string?> PopListAsync(string key, int waitMs) => (await PopListAsync([key], waitMs))?.Value;

    public async Task<string?> MoveAsync(string source, string destination, int waitMs)
    {
        var request = new BlockingMoveListItemRequest
        {
            Source = Bytes(source),
            Destination = Bytes(destination),
            From = ListSide.Left,
            To = ListSide.Right,
            Wait = Wait(waitMs),
        };
        BlockingMoveListItemResponse response =
            await AnswerAsync(_lists.BlockingMoveListItemAsync(request, peer.Options));
        return response.HasValue ? Text(response.Value) : null;
    }

    public async Task<(string Key, Scored Entry)?> PopSortedSetAsync(string[] keys, bool highest, int waitMs)
    {
        var request = new BlockingPopSortedSetRequest
        {
            Keys = { Many(keys) },
            End = highest ? SortedSetEnd.Max : SortedSetEnd.Min,
            Wait = Wait(waitMs),
        };
        BlockingPopSortedSetResponse response =
            await AnswerAsync(_sortedSets.BlockingPopSortedSetAsync(request, peer.Options));
        if (!response.HasKey)
            return null;
        ScoredMember entry = response.Entries.Single();
        return (Text(response.Key), new Scored(Text(entry.Member), entry.Score));
    }

    public async Task<Scored?> PopSortedSetAsync(string key, bool highest, int waitMs) =>
        (await PopSortedSetAsync([key], highest, waitMs))?.Entry;

    public async Task<string[]?> ReadAsync(string key, string after, int waitMs)
    {
        var request = new ReadStreamsRequest
        {
            Streams = { new StreamOffset { Key = Bytes(key), After = after } },
            Wait = Wait(waitMs),
        };
        return Ids((await AnswerAsync(_streams.ReadStreamsAsync(request, peer.Options))).Streams);
    }

    public async Task<string[]?> ReadGroupAsync(string key, string group, string consumer, int waitMs)
    {
        var request = new ReadGroupRequest
        {
            Group = Bytes(group),
            Consumer = Bytes(consumer),
            Streams = { new StreamOffset { Key = Bytes(key) } },
            Wait = Wait(waitMs),
        };
        return Ids((await AnswerAsync(_streams.ReadGroupAsync(request, peer.Options))).Streams);
    }

    private static Duration Wait(int ms) => Duration.FromTimeSpan(TimeSpan.FromMilliseconds(ms));

    private static string[]? Ids(IReadOnlyList<StreamEntries> streams) =>
        streams.Count == 0 ? null : [.. streams.Single().Entries.Select(entry => entry.Id)];
}
