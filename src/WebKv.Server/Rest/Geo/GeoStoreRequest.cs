using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Geo;

/// <summary>A search whose result goes into a key.</summary>
/// <param name="Source">The key to search in.</param>
/// <param name="StoreInto">Where the members go that are found.</param>
/// <param name="Search">What is searched.</param>
/// <param name="StoreDistances">Give the members their distances as scores, not their places.</param>
internal sealed record GeoStoreRequest(
    BinaryValue? Source, BinaryValue? StoreInto, GeoSearchRequest? Search, bool? StoreDistances);
