using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Lists over gRPC.</summary>
public sealed class GrpcLists(ListService.ListServiceClient client, GrpcPeer peer) : IListDoor
{
    public async Task<long> PushAsync(string key, string side, bool onlyIfExists, params string[] values)
    {
        var request = new PushListRequest
        {
            Key = Bytes(key),
            Side = Side(side),
            OnlyIfExists = onlyIfExists,
            Values = { Many(values) },
        };
        return (await AnswerAsync(client.PushListAsync(request, peer.Options))).Length;
    }

    public async Task<string[]?> PopAsync(string key, string side, long count) =>
        (await PopAnyAsync([key], side, count))?.Values;

    public async Task<(string Key, string[] Values)?> PopAnyAsync(string[] keys, string side, long count)
    {
        var request = new PopListRequest { Keys = { Many(keys) }, Side = Side(side), Count = count };
        PopListResponse response = await AnswerAsync(client.PopListAsync(request, peer.Options));
        return response.HasKey ? (Text(response.Key), [.. response.Values.Select(Text)]) : null;
    }

    public async Task<string?> MoveAsync(string source, string destination, string from, string to)
    {
        var request = new MoveListItemRequest
        {
            Source = Bytes(source),
            Destination = Bytes(destination),
            From = Side(from),
            To = Side(to),
        };
        MoveListItemResponse response = await AnswerAsync(client.MoveListItemAsync(request, peer.Options));
        return response.HasValue ? Text(response.Value) : null;
    }

    public async Task<string[]> RangeAsync(string key, long start, long stop)
    {
        var request = new RangeListRequest { Key = Bytes(key), Start = start, Stop = stop };
        RangeListResponse response = await AnswerAsync(client.RangeListAsync(request, peer.Options));
        return [.. response.Items.Select(Text)];
    }

    public async Task<string?> GetItemAsync(string key, long index)
    {
        var request = new GetListItemRequest { Key = Bytes(key), Index = index };
        GetListItemResponse response = await AnswerAsync(client.GetListItemAsync(request, peer.Options));
        return response.HasValue ? Text(response.Value) : null;
    }

    public Task SetItemAsync(string key, long index, string value) => AnswerAsync(client.SetListItemAsync(
        new() { Key = Bytes(key), Index = index, Value = Bytes(value) }, peer.Options));

    public async Task<long?> InsertAsync(string key, bool before, string pivot, string value)
    {
        var request = new InsertListItemRequest
        {
            Key = Bytes(key),
            Pivot = Bytes(pivot),
            Value = Bytes(value),
            After = !before,
        };
        InsertListItemResponse response = await AnswerAsync(client.InsertListItemAsync(request, peer.Options));
        return response.HasLength ? response.Length : null;
    }

    public async Task<long> RemoveAsync(string key, long count, string value) =>
        (await AnswerAsync(client.RemoveListItemsAsync(
            new() { Key = Bytes(key), Count = count, Value = Bytes(value) }, peer.Options))).Removed;

    public Task TrimAsync(string key, long start, long stop) => AnswerAsync(client.TrimListAsync(
        new() { Key = Bytes(key), Start = start, Stop = stop }, peer.Options));

    public async Task<long[]> FindAsync(string key, string value, long rank = 1, long count = 1, long maxLen = 0)
    {
        var request = new FindListPositionsRequest
        {
            Key = Bytes(key),
            Value = Bytes(value),
            Rank = rank,
            Count = count,
            MaxLength = maxLen,
        };
        return [.. (await AnswerAsync(client.FindListPositionsAsync(request, peer.Options))).Positions];
    }

    public async Task<long> LengthAsync(string key) =>
        (await AnswerAsync(client.GetListLengthAsync(new() { Key = Bytes(key) }, peer.Options))).Length;

    private static ListSide Side(string side) => side == "left" ? ListSide.Left : ListSide.Right;
}
