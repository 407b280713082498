using Google.Protobuf.WellKnownTypes;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Keys over gRPC.</summary>
public sealed class GrpcKeys(KeyService.KeyServiceClient client, GrpcPeer peer) : IKeyDoor
{
    public async Task<KeyDescription?> DescribeAsync(string key)
    {
        KeyInfo? info = (await AnswerAsync(client.GetKeyAsync(new() { Key = Bytes(key) }, peer.Options))).Info;
        return info is null ? null : new KeyDescription(NameOf(info.Type), info.Encoding);
    }

    public async Task<bool> ExistsAsync(string key) => await CountExistingAsync(key) == 1;

    public async Task<bool> DeleteAsync(string key) => await DeleteManyAsync(key) == 1;

    public async Task<long> DeleteManyAsync(params string[] keys)
    {
        var response = await AnswerAsync(client.DeleteKeysAsync(new() { Keys = { Many(keys) } }, peer.Options));
        Assert.Equal(response.DeletedCount, response.Deleted.Count(deleted => deleted));
        return response.DeletedCount;
    }

    public async Task<long> CountExistingAsync(params string[] keys)
    {
        var response = await AnswerAsync(client.KeysExistAsync(new() { Keys = { Many(keys) } }, peer.Options));
        Assert.Equal(response.Count, response.Exists.Count(exists => exists));
        return response.Count;
    }

    public async Task<long> TouchAsync(params string[] keys) =>
        (await AnswerAsync(client.TouchKeysAsync(new() { Keys = { Many(keys) } }, peer.Options))).TouchedCount;

    public Task RenameAsync(string key, string to, bool replace = false)
    {
        var request = new RenameKeyRequest { Key = Bytes(key), Destination = Bytes(to), Replace = replace };
        return AnswerAsync(client.RenameKeyAsync(request, peer.Options));
    }

    public Task<bool> CopyAsync(string key, string to, bool replace = false)
    {
        var request = new CopyKeyRequest { Key = Bytes(key), Destination = Bytes(to), Replace = replace };
        return UnlessAsync(client.CopyKeyAsync(request, peer.Options), "KEY_NOT_FOUND", "TARGET_EXISTS");
    }

    public Task<bool> ExpireAsync(string key, long ttlMs, string when = "always") => ExpireAsync(new()
    {
        Key = Bytes(key),
        Ttl = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(ttlMs)),
        Condition = System.Enum.Parse<ExpirationCondition>(when, ignoreCase: true),
    });

    public Task<bool> ExpireAtAsync(string key, DateTimeOffset time) =>
        ExpireAsync(new() { Key = Bytes(key), ExpireTime = Timestamp.FromDateTimeOffset(time) });

    public async Task<long> TtlMsAsync(string key)
    {
        var response = await AnswerAsync(client.GetExpirationAsync(new() { Key = Bytes(key) }, peer.Options));
        if (!response.Exists)
            return IKeyDoor.Missing;
        return response.Ttl is { } ttl ? (long)ttl.ToTimeSpan().TotalMilliseconds : IKeyDoor.Forever;
    }

    public Task PersistAsync(string key) =>
        UnlessAsync(client.ClearExpirationAsync(new() { Key = Bytes(key) }, peer.Options), "KEY_NOT_FOUND");

    public async Task<List<string>> ListAsync(string match, int pageSize, string? type = null)
    {
        var keys = new List<string>();
        var request = new ScanKeysRequest { PageSize = pageSize, Match = Bytes(match) };
        if (type is not null)
            request.Type = System.Enum.Parse<KeyType>(type, ignoreCase: true);
        do
        {
            var page = await AnswerAsync(client.ScanKeysAsync(request, peer.Options));
            keys.AddRange(page.Keys.Select(summary => Text(summary.Key)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return keys;
    }

    public async Task<List<string>> StreamAsync(string match)
    {
        using var call = client.StreamScanKeys(new() { Match = Bytes(match) }, peer.Options);
        var keys = new List<string>();
        while (await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
            keys.AddRange(call.ResponseStream.Current.Keys.Select(summary => Text(summary.Key)));
        return keys;
    }

    public async Task<string?> RandomAsync()
    {
        var response = await AnswerAsync(client.RandomKeyAsync(new(), peer.Options));
        return response.HasKey ? Text(response.Key) : null;
    }

    private async Task<bool> ExpireAsync(SetExpirationRequest request)
    {
        try
        {
            return (await AnswerAsync(client.SetExpirationAsync(request, peer.Options))).Applied;
        }
        catch (DoorException e) when (e.Codes.Contains("KEY_NOT_FOUND"))
        {
            return false;
        }
    }

    private static string NameOf(KeyType type) =>
        type == KeyType.SortedSet ? "zset" : type.ToString().ToLowerInvariant();
}
