using WebKv.Engine.Geo;
using WebKv.Server.Grpc.Transactions;
using WebKv.V1;
using Kind = WebKv.V1.Operation.KindOneofCase;

namespace WebKv.Server.Grpc.Geo;

/// <summary>The operations of GeoService as steps of a transaction.</summary>
internal static class GeoSteps
{
    public static IReadOnlyDictionary<Kind, TypedStep> All { get; } = new Dictionary<Kind, TypedStep>
    {
        [Kind.AddGeoMembers] = TypedStep.Of<AddGeoMembersRequest, AddGeoMembersResponse>(
            GeoAdd.Info, o => o.AddGeoMembers, r => [r.Key], null,
            GeoOperations.AddGeoMembers, (r, v) => r.AddGeoMembers = v),
        [Kind.StoreGeoSearch] = TypedStep.Of<StoreGeoSearchRequest, StoreGeoSearchResponse>(
            GeoSearchStore.Info, o => o.StoreGeoSearch, r => [r.Key, r.Destination], null,
            GeoOperations.StoreGeoSearch, (r, v) => r.StoreGeoSearch = v),
    };
}
