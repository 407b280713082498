using Google.Protobuf;
using WebKv.V1;
using static WebKv.Server.Tests.Grpc.GrpcFixture;

namespace WebKv.Server.Tests.Grpc;

/// <summary>What is particular to GeoService; the rest are the cases of all doors.</summary>
public sealed class GeoServiceTests(GrpcFixture grpc) : IClassFixture<GrpcFixture>
{
    private static readonly GeoPoint Palermo = new() { Longitude = 13.361389, Latitude = 38.115556 };

    private readonly GeoService.GeoServiceClient _client = new(grpc.Channel);

    [Fact]
    public async Task Transaction_OfTypedSteps_IsOneStep()
    {
        ByteString key = NewKey(), to = NewKey();
        ExecuteTransactionResponse response = await ExecuteAsync(
            new Operation { AddGeoMembers = new() { Key = key, Entries = { Entry("a") } } },
            new Operation { StoreGeoSearch = new() { Key = key, Destination = to, Query = Around(1) } });
        Assert.True(response.Committed);
        Assert.Equal(1, response.Results[0].AddGeoMembers.Added);
        Assert.Equal(1, response.Results[1].StoreGeoSearch.Count);
        SearchGeoResponse found = await _client.SearchGeoAsync(
            new() { Key = to, Query = Around(1) }, cancellationToken: Token);
        Assert.Equal(Text("a"), Assert.Single(found.Matches).Member);
        Assert.NotEmpty(found.Version.Etag);
    }

    [Fact]
    public async Task Transaction_WithABadStep_ChangesNothing()
    {
        ByteString key = NewKey();
        await Assert.ThrowsAsync<global::Grpc.Core.RpcException>(() => ExecuteAsync(
            new Operation { AddGeoMembers = new() { Key = key, Entries = { Entry("a") } } },
            new Operation { StoreGeoSearch = new() { Key = key, Destination = key, Query = Around(-1) } }));
        GetGeoPositionsResponse places = await _client.GetGeoPositionsAsync(
            new() { Key = key, Members = { Text("a") } }, cancellationToken: Token);
        Assert.Null(Assert.Single(places.Positions).Point);
    }

    private static GeoEntry Entry(string member) => new() { Member = Text(member), Point = Palermo };

    private static GeoQuery Around(double meters) => new() { Point = Palermo, Radius = meters };

    private Task<ExecuteTransactionResponse> ExecuteAsync(params Operation[] operations) =>
        grpc.Transactions.ExecuteTransactionAsync(
            new ExecuteTransactionRequest { Operations = { operations } }, cancellationToken: Token).ResponseAsync;
}
