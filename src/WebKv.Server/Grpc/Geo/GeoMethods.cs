using WebKv.V1;

namespace WebKv.Server.Grpc.Geo;

/// <summary>The methods of GeoService.</summary>
internal static class GeoMethods
{
    public static void Bind(ServiceBinder service)
    {
        service.Add<AddGeoMembersRequest, AddGeoMembersResponse>("AddGeoMembers", GeoOperations.AddGeoMembers);
        service.Add<GetGeoPositionsRequest, GetGeoPositionsResponse>("GetGeoPositions", GeoOperations.GetGeoPositions);
        service.Add<GetGeoHashesRequest, GetGeoHashesResponse>("GetGeoHashes", GeoOperations.GetGeoHashes);
        service.Add<GetGeoDistanceRequest, GetGeoDistanceResponse>("GetGeoDistance", GeoOperations.GetGeoDistance);
        service.Add<SearchGeoRequest, SearchGeoResponse>("SearchGeo", GeoOperations.SearchGeo);
        service.Add<StoreGeoSearchRequest, StoreGeoSearchResponse>("StoreGeoSearch", GeoOperations.StoreGeoSearch);
    }
}
