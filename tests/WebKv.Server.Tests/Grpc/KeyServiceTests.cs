using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

public sealed class KeyServiceTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    [Fact]
    public async Task GetKey_String_TellsWhatItIs()
    {
        ByteString key = NewKey();
        await grpc.SetAsync(key, "12");
        GetKeyResponse response = await grpc.Keys.GetKeyAsync(new() { Key = key }, cancellationToken: Token);
        Assert.Equal(KeyType.String, response.Info.Type);
        Assert.Equal("int", response.Info.Encoding);
        Assert.Null(response.Info.Ttl);
        Assert.True(response.Info.MemoryBytes > 0);
        Assert.NotEqual("", response.Version.Etag);
        response = await grpc.Keys.GetKeyAsync(new() { Key = NewKey() }, cancellationToken: Token);
        Assert.Null(response.Info);
        Assert.Equal("", response.Version.Etag);
    }

    [Fact]
    public async Task DeleteKeys_NamedTwice_CountsOnce()
    {
        ByteString key = NewKey();
        await grpc.SetAsync(key, "v");
        DeleteKeysResponse response = await grpc.Keys.DeleteKeysAsync(
            new() { Keys = { NewKey(), key, key } }, cancellationToken: Token);
        Assert.Equal([false, true, false], response.Deleted);
        Assert.Equal(1, response.DeletedCount);
    }

    [Fact]
    public async Task KeysExistAndTouch_NamedTwice_CountTwice()
    {
        ByteString key = NewKey();
        await grpc.SetAsync(key, "v");
        KeysExistResponse exist = await grpc.Keys.KeysExistAsync(
            new() { Keys = { key, NewKey(), key } }, cancellationToken: Token);
        Assert.Equal([true, false, true], exist.Exists);
        Assert.Equal(2, exist.Count);
        TouchKeysResponse touched = await grpc.Keys.TouchKeysAsync(
            new() { Keys = { key, NewKey(), key } }, cancellationToken: Token);
        Assert.Equal([true, false, true], touched.Touched);
        Assert.Equal(2, touched.TouchedCount);
    }

    [Fact]
    public async Task KeyLists_Empty_AreInvalid()
    {
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Keys.DeleteKeysAsync(new(), cancellationToken: Token));
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Keys.KeysExistAsync(new(), cancellationToken: Token));
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Keys.TouchKeysAsync(new(), cancellationToken: Token));
        Assert.Equal(["keys"], ViolationsOf(status));
    }

    [Fact]
    public async Task RenameKey_TargetExists_IsRefusedUnlessReplaced()
    {
        ByteString key = NewKey(), other = NewKey();
        await grpc.SetAsync(key, "v");
        await grpc.SetAsync(other, "w");
        string etag = await grpc.EtagAsync(key);
        await FailsAsync(StatusCode.AlreadyExists, "TARGET_EXISTS",
            grpc.Keys.RenameKeyAsync(new() { Key = key, Destination = other }, cancellationToken: Token));
        RenameKeyResponse renamed = await grpc.Keys.RenameKeyAsync(
            new() { Key = key, Destination = other, Replace = true }, cancellationToken: Token);
        Assert.Equal(etag, renamed.Version.Etag);
        Assert.Equal("v", await grpc.GetAsync(other));
        Google.Rpc.Status missing = await FailsAsync(StatusCode.NotFound, "KEY_NOT_FOUND",
            grpc.Keys.RenameKeyAsync(new() { Key = key, Destination = other }, cancellationToken: Token));
        Assert.Equal(key.ToStringUtf8(), missing.GetDetail<Google.Rpc.ResourceInfo>().ResourceName);
    }

    [Fact]
    public async Task CopyKey_AllOutcomes_AreToldApart()
    {
        ByteString key = NewKey(), copy = NewKey();
        await FailsAsync(StatusCode.NotFound, "KEY_NOT_FOUND",
            grpc.Keys.CopyKeyAsync(new() { Key = key, Destination = copy }, cancellationToken: Token));
        await grpc.SetAsync(key, "v");
        CopyKeyResponse copied = await grpc.Keys.CopyKeyAsync(
            new() { Key = key, Destination = copy }, cancellationToken: Token);
        Assert.Equal(await grpc.EtagAsync(key), copied.Version.Etag);
        await FailsAsync(StatusCode.AlreadyExists, "TARGET_EXISTS",
            grpc.Keys.CopyKeyAsync(new() { Key = key, Destination = copy }, cancellationToken: Token));
        await grpc.Keys.CopyKeyAsync(new() { Key = key, Destination = copy, Replace = true }, cancellationToken: Token);
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Keys.CopyKeyAsync(new() { Key = key, Destination = key }, cancellationToken: Token));
    }

    [Fact]
    public async Task Expiration_SetReadClear_FollowsConditions()
    {
        ByteString key = NewKey();
        await FailsAsync(StatusCode.NotFound, "KEY_NOT_FOUND", grpc.Keys.SetExpirationAsync(
            new() { Key = key, Ttl = Minutes(1) }, cancellationToken: Token));
        await grpc.SetAsync(key, "v");
        Assert.True((await ExpireAsync(new() { Key = key, Ttl = Minutes(1) })).Applied);
        Assert.False((await ExpireAsync(
            new() { Key = key, Ttl = Minutes(2), Condition = ExpirationCondition.IfNone })).Applied);
        Assert.True((await ExpireAsync(
            new() { Key = key, Ttl = Minutes(2), Condition = ExpirationCondition.IfGreater })).Applied);

        GetExpirationResponse got = await grpc.Keys.GetExpirationAsync(new() { Key = key }, cancellationToken: Token);
        Assert.True(got.Exists);
        Assert.InRange(got.Ttl.ToTimeSpan().TotalMinutes, 1.5, 2);
        Assert.InRange((got.ExpireTime.ToDateTime() - DateTime.UtcNow).TotalMinutes, 1.5, 2);

        Assert.True((await grpc.Keys.ClearExpirationAsync(new() { Key = key }, cancellationToken: Token)).Cleared);
        Assert.False((await grpc.Keys.ClearExpirationAsync(new() { Key = key }, cancellationToken: Token)).Cleared);
        SetExpirationResponse deleted = await ExpireAsync(
            new() { Key = key, ExpireTime = Timestamp.FromDateTime(DateTime.UnixEpoch) });
        Assert.True(deleted.Applied);
        Assert.Equal("", deleted.Version.Etag);
        Assert.Null(await grpc.GetAsync(key));
        await FailsAsync(StatusCode.NotFound, "KEY_NOT_FOUND",
            grpc.Keys.ClearExpirationAsync(new() { Key = key }, cancellationToken: Token));
        Google.Rpc.Status status = await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT",
            grpc.Keys.SetExpirationAsync(new() { Key = key }, cancellationToken: Token));
        Assert.Equal(["deadline"], ViolationsOf(status));
    }

    [Fact]
    public async Task ScanKeys_PagesWithFilter_ReturnEveryKeyOnce()
    {
        var metadata = new Metadata { { "webkv-db", "5" } };
        await FillAsync(metadata, 300);
        var found = new List<string>();
        var request = new ScanKeysRequest { PageSize = 50, Match = Text("scan:*"), Type = KeyType.String };
        do
        {
            ScanKeysResponse page = await grpc.Keys.ScanKeysAsync(request, metadata, cancellationToken: Token);
            Assert.All(page.Keys, summary => Assert.Equal(KeyType.String, summary.Type));
            found.AddRange(page.Keys.Select(summary => summary.Key.ToStringUtf8()));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        Assert.Equal(300, found.Distinct().Count());
        Assert.Equal(300, found.Count);
    }

    [Fact]
    public async Task ScanKeys_TokenOfOtherFilters_IsInvalid()
    {
        var metadata = new Metadata { { "webkv-db", "6" } };
        await FillAsync(metadata, 300);
        ScanKeysResponse page =
            await grpc.Keys.ScanKeysAsync(new() { PageSize = 10 }, metadata, cancellationToken: Token);
        Assert.NotEqual("", page.NextPageToken);
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_CURSOR", grpc.Keys.ScanKeysAsync(
            new() { PageToken = page.NextPageToken, Match = Text("k*") }, metadata, cancellationToken: Token));
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_CURSOR", grpc.Keys.ScanKeysAsync(
            new() { PageToken = "!" }, metadata, cancellationToken: Token));
        await FailsAsync(StatusCode.InvalidArgument, "INVALID_ARGUMENT", grpc.Keys.ScanKeysAsync(
            new() { PageSize = 1001 }, metadata, cancellationToken: Token));
    }

    [Fact]
    public async Task StreamScanKeys_WholeDatabase_EndsAfterTheLastKey()
    {
        var metadata = new Metadata { { "webkv-db", "7" } };
        await FillAsync(metadata, 300);
        using AsyncServerStreamingCall<StreamScanKeysResponse> call =
            grpc.Keys.StreamScanKeys(new() { PageSize = 20 }, metadata, cancellationToken: Token);
        var found = new HashSet<string>();
        string token = "none";
        while (await call.ResponseStream.MoveNext(Token))
        {
            found.UnionWith(call.ResponseStream.Current.Keys.Select(summary => summary.Key.ToStringUtf8()));
            token = call.ResponseStream.Current.NextPageToken;
        }
        Assert.Equal(300, found.Count);
        Assert.Equal("", token);
    }

    [Fact]
    public async Task RandomKey_EmptyAndNot_AnswersAbsentAndAKey()
    {
        var metadata = new Metadata { { "webkv-db", "8" } };
        Assert.False((await grpc.Keys.RandomKeyAsync(new(), metadata, cancellationToken: Token)).HasKey);
        await FillAsync(metadata, 1);
        Assert.Equal("scan:0",
            (await grpc.Keys.RandomKeyAsync(new(), metadata, cancellationToken: Token)).Key.ToStringUtf8());
    }

    private static Duration Minutes(int minutes) => Duration.FromTimeSpan(TimeSpan.FromMinutes(minutes));

    private async Task<SetExpirationResponse> ExpireAsync(SetExpirationRequest request) =>
        await grpc.Keys.SetExpirationAsync(request, cancellationToken: Token);

    private async Task FillAsync(Metadata metadata, int count)
    {
        var request = new BatchSetStringsRequest();
        for (int i = 0; i < count; i++)
            request.Items.Add(new KeyValue { Key = Text($"scan:{i}"), Value = Text("v") });
        await grpc.Strings.BatchSetStringsAsync(request, metadata, cancellationToken: Token);
    }
}
