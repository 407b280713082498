using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class StringServiceTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    [Fact]
    public async Task GetString_MissingKey_LeavesValueAbsent()
    {
        GetStringResponse response =
            await grpc.Strings.GetStringAsync(new GetStringRequest { Key = NewKey() }, cancellationToken: Token);
        Assert.False(response.HasValue);
        Assert.Null(response.Ttl);
        Assert.Equal("", response.Version.Etag);
    }

    [Fact]
    public async Task SetString_AnyBytes_GetStringReturnsThem()
    {
        ByteString key = ByteString.CopyFrom([0, 255, 10, 13, .. NewKey().Span]);
        foreach (int length in (int[])[0, 1, 127, 128, 16_383, 16_384, 3_000_000])
        {
            byte[] value = new byte[length];
            Random.Shared.NextBytes(value);
            SetStringResponse set = await SetAsync(new() { Key = key, Value = ByteString.CopyFrom(value) });
            Assert.True(set.Written);
            Assert.False(set.HasPrevious);
            GetStringResponse got =
                await grpc.Strings.GetStringAsync(new GetStringRequest { Key = key }, cancellationToken: Token);
            Assert.True(got.HasValue);
            Assert.Equal(value, got.Value.ToByteArray());
            Assert.Equal(set.Version.Etag, got.Version.Etag);
            Assert.NotEqual("", got.Version.Etag);
            Assert.True(got.Version.Offset >= set.Version.Offset);
        }
    }

    [Fact]
    public async Task SetString_Ttl_ShowsAndPlainSetClearsIt()
    {
        ByteString key = NewKey();
        await SetAsync(new() { Key = key, Value = Text("v"), Expiration = Ttl(90_500) });
        GetStringResponse got =
            await grpc.Strings.GetStringAsync(new GetStringRequest { Key = key }, cancellationToken: Token);
        Assert.InRange(got.Ttl.ToTimeSpan().TotalSeconds, 60, 90.5);

        await SetAsync(new() { Key = key, Value = Text("w"), Expiration = new() { KeepTtl = new() } });
        got = await grpc.Strings.GetStringAsync(new GetStringRequest { Key = key }, cancellationToken: Token);
        Assert.NotNull(got.Ttl);

        await SetAsync(new() { Key = key, Value = Text("x") });
        got = await grpc.Strings.GetStringAsync(new GetStringRequest { Key = key }, cancellationToken: Token);
        Assert.Null(got.Ttl);
    }

    [Fact]
    public async Task SetString_Conditions_WriteOnlyWhenTheyHold()
    {
        ByteString key = NewKey();
        Assert.False((await SetIfAsync(key, "no", new() { Present = new() })).Written);
        SetStringResponse first = await SetIfAsync(key, "a", new() { Absent = new() });
        Assert.True(first.Written);
        SetStringResponse again = await SetIfAsync(key, "no", new() { Absent = new() });
        Assert.False(again.Written);
        Assert.Equal(first.Version.Etag, again.Version.Etag);
        Assert.True((await SetIfAsync(key, "b", new() { Etag = first.Version.Etag })).Written);
        Assert.False((await SetIfAsync(key, "no", new() { Etag = first.Version.Etag })).Written);
        Assert.True((await SetIfAsync(key, "c", new() { Equal = Text("b") })).Written);
        Assert.False((await SetIfAsync(key, "no", new() { NotEqual = Text("c") })).Written);
        Assert.True((await SetIfAsync(key, "d", new() { NotEqual = Text("z") })).Written);
        Assert.Equal("d", await grpc.GetAsync(key));
    }

    [Fact]
    public async Task SetString_ReturnPrevious_GivesTheOldValueWrittenOrNot()
    {
        ByteString key = NewKey();
        SetStringResponse response = await SetAsync(new() { Key = key, Value = Text("a"), ReturnPrevious = true });
        Assert.False(response.HasPrevious);
        response = await SetAsync(new()
        {
            Key = key,
            Value = Text("no"),
            Condition = new() { Etag = "1" },
            ReturnPrevious = true,
        });
        Assert.False(response.Written);
        Assert.Equal("a", response.Previous.ToStringUtf8());
        response = await SetAsync(new() { Key = key, Value = Text("b"), ReturnPrevious = true });
        Assert.True(response.Written);
        Assert.Equal("a", response.Previous.ToStringUtf8());
    }

    [Fact]
    public async Task SetString_WrongOptions_NamesTheFields()
    {
        var tooLong = new Google.Protobuf.WellKnownTypes.Duration { Seconds = long.MaxValue };
        Google.Rpc.Status status = await FailsAsync(
            StatusCode.InvalidArgument, "INVALID_ARGUMENT", grpc.Strings.SetStringAsync(
                new() { Key = NewKey(), Condition = new(), Expiration = new() { Ttl = tooLong } },
                cancellationToken: Token));
        Assert.Equal(["condition.kind", "expiration.ttl"], ViolationsOf(status));
        status = await FailsAsync(
            StatusCode.InvalidArgument, "INVALID_ARGUMENT", grpc.Strings.SetStringAsync(
                new()
                {
                    Key = NewKey(),
                    Condition = new() { Etag = "" },
                    Expiration = new() { ExpireTime = new() { Seconds = long.MaxValue } },
                },
                cancellationToken: Token));
        Assert.Equal(["condition.etag", "expiration.expire_time"], ViolationsOf(status));
    }

    [Fact]
    public async Task Batches_SeveralKeys_KeepTheOrder()
    {
        ByteString a = NewKey(), b = NewKey(), missing = NewKey();
        var items = new BatchSetStringsRequest { Items = { Item(a, "1"), Item(b, "2"), Item(a, "3") } };
        BatchSetStringsResponse set = await grpc.Strings.BatchSetStringsAsync(items, cancellationToken: Token);
        Assert.True(set.Written);
        Assert.True(set.Version.Offset > 0);
        items.Condition = BatchSetCondition.AllAbsent;
        Assert.False((await grpc.Strings.BatchSetStringsAsync(items, cancellationToken: Token)).Written);

        BatchGetStringsResponse got = await grpc.Strings.BatchGetStringsAsync(
            new BatchGetStringsRequest { Keys = { b, missing, a } }, cancellationToken: Token);
        Assert.Equal(["2", null, "3"], got.Items.Select(item => item.HasValue ? item.Value.ToStringUtf8() : null));
    }

    [Fact]
    public async Task Batches_Empty_AreInvalid()
    {
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Strings.BatchGetStringsAsync(new BatchGetStringsRequest(), cancellationToken: Token));
        Assert.Equal(["keys"], ViolationsOf(status));
        status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Strings.BatchSetStringsAsync(new BatchSetStringsRequest(), cancellationToken: Token));
        Assert.Equal(["items"], ViolationsOf(status));
    }

    [Fact]
    public async Task Parts_AppendOverwriteAndRead_AgreeWithTheWhole()
    {
        ByteString key = NewKey();
        AppendStringResponse appended = await grpc.Strings.AppendStringAsync(
            new() { Key = key, Value = Text("Hello") }, cancellationToken: Token);
        Assert.Equal(5, appended.Length);
        Assert.Equal(await grpc.EtagAsync(key), appended.Version.Etag);
        SetStringRangeResponse overwritten = await grpc.Strings.SetStringRangeAsync(
            new() { Key = key, Offset = 6, Value = Text("you") }, cancellationToken: Token);
        Assert.Equal(9, overwritten.Length);
        Assert.Equal("Hello\0you", await grpc.GetAsync(key));
        Assert.Equal("you", await RangeAsync(new() { Key = key, Start = -3 }));
        Assert.Equal("Hel", await RangeAsync(new() { Key = key, End = 2 }));
        Assert.Equal("", await RangeAsync(new() { Key = key, Start = 100 }));
        Assert.Null(await RangeAsync(new() { Key = NewKey() }));
        Assert.Equal(9, await LengthAsync(key));
        Assert.Null(await LengthAsync(NewKey()));
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Strings.SetStringRangeAsync(new() { Key = key, Offset = -1 }, cancellationToken: Token));
        Assert.Equal(["offset"], ViolationsOf(status));
    }

    [Fact]
    public async Task IncrementString_DeltasAndExpiration_AddAndExpire()
    {
        ByteString key = NewKey();
        Assert.Equal(1, (await IncrementAsync(new() { Key = key })).Value);
        Assert.Equal(-9, (await IncrementAsync(new() { Key = key, Delta = -10 })).Value);
        Assert.Equal(-9, (await IncrementAsync(new() { Key = key, Delta = 0, Expiration = Ttl(60_000) })).Value);
        GetStringResponse got =
            await grpc.Strings.GetStringAsync(new GetStringRequest { Key = key }, cancellationToken: Token);
        Assert.InRange(got.Ttl.ToTimeSpan().TotalSeconds, 30, 60);

        await grpc.SetAsync(key, "9223372036854775807");
        await FailsAsync(StatusCode.OutOfRange, "OVERFLOW",
            grpc.Strings.IncrementStringAsync(new() { Key = key }, cancellationToken: Token));
        await grpc.SetAsync(key, "text");
        await FailsAsync(StatusCode.FailedPrecondition, "NOT_AN_INTEGER",
            grpc.Strings.IncrementStringAsync(new() { Key = key }, cancellationToken: Token));
        await FailsAsync(StatusCode.FailedPrecondition, "NOT_A_FLOAT",
            grpc.Strings.IncrementStringFloatAsync(new() { Key = key, Delta = 1 }, cancellationToken: Token));
    }

    [Fact]
    public async Task IncrementStringFloat_Tenths_AddAsDecimals()
    {
        ByteString key = NewKey();
        await grpc.SetAsync(key, "0.2");
        IncrementStringFloatResponse sum = await grpc.Strings.IncrementStringFloatAsync(
            new() { Key = key, Delta = 0.1 }, cancellationToken: Token);
        Assert.Equal(0.3, sum.Value);
        Assert.Equal("0.3", await grpc.GetAsync(key));
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Strings.IncrementStringFloatAsync(new() { Key = key, Delta = double.NaN }, cancellationToken: Token));
    }

    [Fact]
    public async Task GetAndDelete_GetAndExpire_DoBothInOneStep()
    {
        ByteString key = NewKey();
        await grpc.SetAsync(key, "v");
        GetAndExpireStringResponse expiring = await grpc.Strings.GetAndExpireStringAsync(
            new() { Key = key, Ttl = Duration.FromTimeSpan(TimeSpan.FromMinutes(1)) }, cancellationToken: Token);
        Assert.Equal("v", expiring.Value.ToStringUtf8());
        Assert.True(await HasTtlAsync(key));
        await grpc.Strings.GetAndExpireStringAsync(new() { Key = key, Persist = new() }, cancellationToken: Token);
        Assert.False(await HasTtlAsync(key));

        GetAndDeleteStringResponse deleted =
            await grpc.Strings.GetAndDeleteStringAsync(new() { Key = key }, cancellationToken: Token);
        Assert.Equal("v", deleted.Value.ToStringUtf8());
        Assert.Equal("", deleted.Version.Etag);
        deleted = await grpc.Strings.GetAndDeleteStringAsync(new() { Key = key }, cancellationToken: Token);
        Assert.False(deleted.HasValue);
    }

    [Fact]
    public async Task Bits_SetCountFindCombine_AgreeWithEachOther()
    {
        ByteString a = NewKey(), b = NewKey(), result = NewKey();
        SetBitResponse set = await grpc.Strings.SetBitAsync(
            new() { Key = a, Offset = 9, Bit = true }, cancellationToken: Token);
        Assert.False(set.PreviousBit);
        Assert.True((await grpc.Strings.GetBitAsync(new() { Key = a, Offset = 9 }, cancellationToken: Token)).Bit);
        Assert.Equal(1, (await grpc.Strings.CountBitsAsync(new() { Key = a }, cancellationToken: Token)).Count);
        Assert.Equal(0, (await grpc.Strings.CountBitsAsync(
            new() { Key = a, Start = 10, End = 15, Unit = BitRangeUnit.Bit }, cancellationToken: Token)).Count);
        Assert.Equal(9, await FindOneAsync(a));
        Assert.Null(await FindOneAsync(b));

        CombineBitsResponse combined = await grpc.Strings.CombineBitsAsync(
            new() { Operation = BitOperation.Not, Destination = result, Sources = { a } }, cancellationToken: Token);
        Assert.Equal(2, combined.Length);
        Assert.Equal(15, (await grpc.Strings.CountBitsAsync(new() { Key = result }, cancellationToken: Token)).Count);
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Strings.CombineBitsAsync(new() { Destination = result }, cancellationToken: Token));
        Assert.Equal(["operation", "sources"], ViolationsOf(status));
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Strings.SetBitAsync(new() { Key = a, Offset = 1L << 32 }, cancellationToken: Token));
    }

    private static Expiration Ttl(int ms) => new() { Ttl = Duration.FromTimeSpan(TimeSpan.FromMilliseconds(ms)) };

    private static KeyValue Item(ByteString key, string value) => new() { Key = key, Value = Text(value) };

    private Task<SetStringResponse> SetIfAsync(ByteString key, string value, Condition condition) =>
        SetAsync(new() { Key = key, Value = Text(value), Condition = condition });

    private async Task<SetStringResponse> SetAsync(SetStringRequest request) =>
        await grpc.Strings.SetStringAsync(request, cancellationToken: Token);

    private async Task<IncrementStringResponse> IncrementAsync(IncrementStringRequest request) =>
        await grpc.Strings.IncrementStringAsync(request, cancellationToken: Token);

    private async Task<string?> RangeAsync(GetStringRangeRequest request)
    {
        GetStringRangeResponse response = await grpc.Strings.GetStringRangeAsync(request, cancellationToken: Token);
        return response.HasValue ? response.Value.ToStringUtf8() : null;
    }

    private async Task<long?> LengthAsync(ByteString key)
    {
        GetStringLengthResponse response =
            await grpc.Strings.GetStringLengthAsync(new() { Key = key }, cancellationToken: Token);
        return response.HasLength ? response.Length : null;
    }

    private async Task<long?> FindOneAsync(ByteString key)
    {
        FindBitResponse response =
            await grpc.Strings.FindBitAsync(new() { Key = key, Bit = true }, cancellationToken: Token);
        return response.HasPosition ? response.Position : null;
    }

    private async Task<bool> HasTtlAsync(ByteString key) =>
        (await grpc.Keys.GetExpirationAsync(new() { Key = key }, cancellationToken: Token)).Ttl is not null;
}
