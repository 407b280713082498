using Google.Protobuf.WellKnownTypes;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Hashes over gRPC.</summary>
public sealed class GrpcHashes(HashService.HashServiceClient client, GrpcPeer peer) : IHashDoor
{
    public async Task<long> SetAsync(string key, params (string Field, string Value)[] fields)
    {
        var request = new SetHashFieldsRequest { Key = Bytes(key) };
        request.Fields.Add(fields.Select(pair => new FieldValue
        {
            Field = Bytes(pair.Field),
            Value = Bytes(pair.Value),
        }));
        return (await AnswerAsync(client.SetHashFieldsAsync(request, peer.Options))).Added;
    }

    public async Task<bool> PutAsync(string key, string field, string value, SetOptions? options = null)
    {
        var request = new SetHashFieldsRequest
        {
            Key = Bytes(key),
            Fields = { new FieldValue { Field = Bytes(field), Value = Bytes(value) } },
            Condition = options?.IfExists switch
            {
                true => HashFieldCondition.AllPresent,
                false => HashFieldCondition.AllAbsent,
                null => HashFieldCondition.Unspecified,
            },
        };
        if (options?.TtlMs is { } ttlMs)
            request.FieldExpiration = new Expiration { Ttl = DurationOf(ttlMs) };
        if (options?.KeepTtl == true)
            request.FieldExpiration = new Expiration { KeepTtl = new Expiration.Types.KeepTtl() };
        return (await AnswerAsync(client.SetHashFieldsAsync(request, peer.Options))).Written;
    }

    public async Task<string?> GetAsync(string key, string field) => (await GetManyAsync(key, field))[0];

    public async Task<string?[]> GetManyAsync(string key, params string[] fields)
    {
        var request = new GetHashFieldsRequest { Key = Bytes(key), Fields = { Many(fields) } };
        return Values((await AnswerAsync(client.GetHashFieldsAsync(request, peer.Options))).Values);
    }

    public async Task<List<string>> AllAsync(string key)
    {
        var request = new GetHashRequest { Key = Bytes(key) };
        GetHashResponse answer = await AnswerAsync(client.GetHashAsync(request, peer.Options));
        Assert.Equal(answer.Fields.Count > 0, answer.Version.Etag.Length > 0);
        return [.. answer.Fields.Select(Pair).Order(StringComparer.Ordinal)];
    }

    public async Task<long> RemoveAsync(string key, params string[] fields)
    {
        var request = new DeleteHashFieldsRequest { Key = Bytes(key), Fields = { Many(fields) } };
        return (await AnswerAsync(client.DeleteHashFieldsAsync(request, peer.Options))).Deleted;
    }

    public async Task<bool> TakeOutAsync(string key, string field) => await RemoveAsync(key, field) == 1;

    public async Task<string?[]> TakeAsync(string key, params string[] fields)
    {
        var request = new GetAndDeleteHashFieldsRequest { Key = Bytes(key), Fields = { Many(fields) } };
        return Values((await AnswerAsync(client.GetAndDeleteHashFieldsAsync(request, peer.Options))).Values);
    }

    public async Task<string?[]> GetAndExpireAsync(string key, long? ttlMs, params string[] fields)
    {
        var request = new GetAndExpireHashFieldsRequest { Key = Bytes(key), Fields = { Many(fields) } };
        if (ttlMs is null)
            request.Persist = new GetAndExpireHashFieldsRequest.Types.Persist();
        else
            request.Ttl = DurationOf(ttlMs.Value);
        return Values((await AnswerAsync(client.GetAndExpireHashFieldsAsync(request, peer.Options))).Values);
    }

    public async Task<long> LengthAsync(string key) => (await AnswerAsync(
        client.GetHashLengthAsync(new GetHashLengthRequest { Key = Bytes(key) }, peer.Options))).Length;

    public async Task<long?> LengthAsync(string key, string field)
    {
        var request = new HashFieldExistsRequest { Key = Bytes(key), Field = Bytes(field) };
        HashFieldExistsResponse answer = await AnswerAsync(client.HashFieldExistsAsync(request, peer.Options));
        return answer.Exists ? answer.Length : null;
    }

    public async Task<long> IncrementAsync(string key, string field, long by)
    {
        var request = new IncrementHashFieldRequest { Key = Bytes(key), Field = Bytes(field), Delta = by };
        return (await AnswerAsync(client.IncrementHashFieldAsync(request, peer.Options))).Value;
    }

    public async Task<double> IncrementFloatAsync(string key, string field, double by)
    {
        var request = new IncrementHashFieldFloatRequest { Key = Bytes(key), Field = Bytes(field), Delta = by };
        return (await AnswerAsync(client.IncrementHashFieldFloatAsync(request, peer.Options))).Value;
    }

    public async Task<List<string>> RandomAsync(string key, long count) =>
        [.. (await RandomAsync(key, count, withValues: false)).Select(field => Text(field.Field))];

    public async Task<List<string>> RandomPairsAsync(string key, long count) =>
        [.. (await RandomAsync(key, count, withValues: true)).Select(Pair)];

    public async Task<List<string>> ScanAsync(string key, string match, int pageSize, bool namesOnly)
    {
        var found = new List<string>();
        var request = new ScanHashRequest
        {
            Key = Bytes(key),
            Match = Bytes(match),
            PageSize = pageSize,
            NamesOnly = namesOnly,
        };
        do
        {
            ScanHashResponse page = await AnswerAsync(client.ScanHashAsync(request, peer.Options));
            found.AddRange(page.Fields.Select(field => namesOnly ? Text(field.Field) : Pair(field)));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return found;
    }

    public Task<bool?> ExpireAsync(string key, string field, long ttlMs, string when = "always")
    {
        var request = new SetHashFieldExpirationsRequest
        {
            Key = Bytes(key),
            Fields = { Bytes(field) },
            Ttl = DurationOf(ttlMs),
            Condition = when switch
            {
                "ifNone" => ExpirationCondition.IfNone,
                "ifSome" => ExpirationCondition.IfSome,
                "ifGreater" => ExpirationCondition.IfGreater,
                "ifLess" => ExpirationCondition.IfLess,
                _ => ExpirationCondition.Always,
            },
        };
        return ExpireAsync(request);
    }

    public Task<bool?> ExpireAtAsync(string key, string field, DateTimeOffset time) =>
        ExpireAsync(new SetHashFieldExpirationsRequest
        {
            Key = Bytes(key),
            Fields = { Bytes(field) },
            ExpireTime = Timestamp.FromDateTimeOffset(time),
        });

    public async Task<long> TtlAsync(string key, string field)
    {
        var request = new GetHashFieldExpirationsRequest { Key = Bytes(key), Fields = { Bytes(field) } };
        GetHashFieldExpirationsResponse.Types.FieldExpiration found =
            (await AnswerAsync(client.GetHashFieldExpirationsAsync(request, peer.Options))).Expirations.Single();
        Assert.Equal(found.Ttl is null, found.ExpireTime is null);
        return !found.Exists ? -2 : found.Ttl is null ? -1 : (long)found.Ttl.ToTimeSpan().TotalMilliseconds;
    }

    public async Task<bool> PersistAsync(string key, string field)
    {
        var request = new ClearHashFieldExpirationsRequest { Key = Bytes(key), Fields = { Bytes(field) } };
        ClearHashFieldExpirationsResponse answer =
            await AnswerAsync(client.ClearHashFieldExpirationsAsync(request, peer.Options));
        return answer.Outcomes.Single() != HashFieldOutcome.Missing;
    }

    private async Task<bool?> ExpireAsync(SetHashFieldExpirationsRequest request)
    {
        SetHashFieldExpirationsResponse answer =
            await AnswerAsync(client.SetHashFieldExpirationsAsync(request, peer.Options));
        return answer.Outcomes.Single() switch
        {
            HashFieldOutcome.Missing => null,
            HashFieldOutcome.Unchanged => false,
            _ => true,
        };
    }

    private async Task<IEnumerable<FieldValue>> RandomAsync(string key, long count, bool withValues)
    {
        var request = new GetRandomHashFieldsRequest { Key = Bytes(key), Count = count, WithValues = withValues };
        return (await AnswerAsync(client.GetRandomHashFieldsAsync(request, peer.Options))).Fields;
    }

    private static Duration DurationOf(long ms) =>
        new() { Seconds = ms / 1_000, Nanos = (int)(ms % 1_000) * 1_000_000 };

    private static string?[] Values(IEnumerable<OptionalValue> values) =>
        [.. values.Select(item => item.HasValue ? Text(item.Value) : null)];

    private static string Pair(FieldValue field) => $"{Text(field.Field)}={Text(field.Value)}";
}
