using Google.Protobuf.WellKnownTypes;
using WebKv.V1;
using static WebKv.Server.Tests.Doors.GrpcPeer;

namespace WebKv.Server.Tests.Doors;

/// <summary>Strings over gRPC.</summary>
public sealed class GrpcStrings(StringService.StringServiceClient client, GrpcPeer peer) : IStringDoor
{
    public async Task<string?> GetAsync(string key)
    {
        var response = await AnswerAsync(client.GetStringAsync(new() { Key = Bytes(key) }, peer.Options));
        return response.HasValue ? Text(response.Value) : null;
    }

    public async Task<bool> SetAsync(string key, string value, SetOptions? options = null)
    {
        var request = new SetStringRequest { Key = Bytes(key), Value = Bytes(value) };
        if (options?.TtlMs is { } ttlMs)
            request.Expiration = new() { Ttl = Milliseconds(ttlMs) };
        if (options?.ExpireAt is { } time)
            request.Expiration = new() { ExpireTime = Timestamp.FromDateTimeOffset(time) };
        if (options?.KeepTtl == true)
            request.Expiration = new() { KeepTtl = new() };
        if (options?.IfExists is { } mustExist)
            request.Condition = mustExist ? new() { Present = new() } : new() { Absent = new() };
        return (await AnswerAsync(client.SetStringAsync(request, peer.Options))).Written;
    }

    public async Task<string?> ReplaceAsync(string key, string value)
    {
        var request = new SetStringRequest { Key = Bytes(key), Value = Bytes(value), ReturnPrevious = true };
        var response = await AnswerAsync(client.SetStringAsync(request, peer.Options));
        return response.HasPrevious ? Text(response.Previous) : null;
    }

    public async Task<bool> DeleteAsync(string key) => await TakeAsync(key) is not null;

    public async Task<string?[]> GetManyAsync(params string[] keys)
    {
        var request = new BatchGetStringsRequest { Keys = { Many(keys) } };
        var response = await AnswerAsync(client.BatchGetStringsAsync(request, peer.Options));
        return [.. response.Items.Select(item => item.HasValue ? Text(item.Value) : null)];
    }

    public Task SetManyAsync(params (string Key, string Value)[] items) =>
        AnswerAsync(client.BatchSetStringsAsync(Items(items), peer.Options));

    public async Task<bool> SetManyIfAbsentAsync(params (string Key, string Value)[] items)
    {
        BatchSetStringsRequest request = Items(items);
        request.Condition = BatchSetCondition.AllAbsent;
        return (await AnswerAsync(client.BatchSetStringsAsync(request, peer.Options))).Written;
    }

    public async Task<long> AppendAsync(string key, string value) =>
        (await AnswerAsync(client.AppendStringAsync(new() { Key = Bytes(key), Value = Bytes(value) }, peer.Options)))
            .Length;

    public async Task<string> GetRangeAsync(string key, long start, long end)
    {
        var request = new GetStringRangeRequest { Key = Bytes(key), Start = start, End = end };
        return Text((await AnswerAsync(client.GetStringRangeAsync(request, peer.Options))).Value);
    }

    public async Task<long> SetRangeAsync(string key, long offset, string value)
    {
        var request = new SetStringRangeRequest { Key = Bytes(key), Offset = offset, Value = Bytes(value) };
        return (await AnswerAsync(client.SetStringRangeAsync(request, peer.Options))).Length;
    }

    public async Task<long> LengthAsync(string key) =>
        (await AnswerAsync(client.GetStringLengthAsync(new() { Key = Bytes(key) }, peer.Options))).Length;

    public async Task<long> IncrementAsync(string key, long by) =>
        (await AnswerAsync(client.IncrementStringAsync(new() { Key = Bytes(key), Delta = by }, peer.Options))).Value;

    public async Task<double> IncrementFloatAsync(string key, double by) =>
        (await AnswerAsync(client.IncrementStringFloatAsync(new() { Key = Bytes(key), Delta = by }, peer.Options)))
            .Value;

    public async Task<string?> TakeAsync(string key)
    {
        var response = await AnswerAsync(client.GetAndDeleteStringAsync(new() { Key = Bytes(key) }, peer.Options));
        return response.HasValue ? Text(response.Value) : null;
    }

    public async Task<string?> GetAndExpireAsync(string key, long? ttlMs)
    {
        var request = new GetAndExpireStringRequest { Key = Bytes(key) };
        if (ttlMs is null)
            request.Persist = new();
        else
            request.Ttl = Milliseconds(ttlMs.Value);
        var response = await AnswerAsync(client.GetAndExpireStringAsync(request, peer.Options));
        return response.HasValue ? Text(response.Value) : null;
    }

    public async Task<bool> GetBitAsync(string key, long offset) =>
        (await AnswerAsync(client.GetBitAsync(new() { Key = Bytes(key), Offset = offset }, peer.Options))).Bit;

    public async Task<bool> SetBitAsync(string key, long offset, bool bit)
    {
        var request = new SetBitRequest { Key = Bytes(key), Offset = offset, Bit = bit };
        return (await AnswerAsync(client.SetBitAsync(request, peer.Options))).PreviousBit;
    }

    public async Task<long> CountBitsAsync(string key, BitRange? range = null)
    {
        var request = new CountBitsRequest { Key = Bytes(key) };
        if (range is not null)
            (request.Start, request.End, request.Unit) = (range.Start, range.End, UnitOf(range));
        return (await AnswerAsync(client.CountBitsAsync(request, peer.Options))).Count;
    }

    public async Task<long> FindBitAsync(string key, bool bit, BitRange? range = null)
    {
        var request = new FindBitRequest { Key = Bytes(key), Bit = bit };
        if (range is not null)
            (request.Start, request.End, request.Unit) = (range.Start, range.End, UnitOf(range));
        var response = await AnswerAsync(client.FindBitAsync(request, peer.Options));
        return response.HasPosition ? response.Position : -1;
    }

    public async Task<long> CombineBitsAsync(string operation, string destination, params string[] sources)
    {
        var request = new CombineBitsRequest
        {
            Operation = System.Enum.Parse<BitOperation>(operation, ignoreCase: true),
            Destination = Bytes(destination),
            Sources = { Many(sources) },
        };
        return (await AnswerAsync(client.CombineBitsAsync(request, peer.Options))).Length;
    }

    public async Task<long?[]> BitFieldAsync(string key, params BitFieldPart[] parts)
    {
        var request = new RunBitFieldRequest { Key = Bytes(key), Operations = { parts.Select(OperationOf) } };
        RunBitFieldResponse answer = await AnswerAsync(client.RunBitFieldAsync(request, peer.Options));
        return [.. answer.Values.Select(each => each.HasValue ? each.Value : null as long?)];
    }

    private static BitFieldOperation OperationOf(BitFieldPart part)
    {
        var operation = new BitFieldOperation
        {
            IsSigned = part.Type[0] == 'i',
            Bits = int.Parse(part.Type[1..], System.Globalization.CultureInfo.InvariantCulture),
            Offset = part.Offset,
            Overflow = part.Overflow is null
                ? BitFieldOverflow.Unspecified
                : System.Enum.Parse<BitFieldOverflow>(part.Overflow, ignoreCase: true),
        };
        if (part.Set is { } value)
            operation.Value = value;
        if (part.Increment is { } by)
            operation.Increment = by;
        return operation;
    }

    private static BatchSetStringsRequest Items((string Key, string Value)[] items) => new()
    {
        Items = { items.Select(item => new KeyValue { Key = Bytes(item.Key), Value = Bytes(item.Value) }) },
    };

    private static Duration Milliseconds(long ms) =>
        new() { Seconds = ms / 1000, Nanos = (int)(ms % 1000) * 1_000_000 };

    private static BitRangeUnit UnitOf(BitRange range) => range.InBits ? BitRangeUnit.Bit : BitRangeUnit.Byte;
}
