using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Geo;

/// <summary>For each member of the request, in its order, its place as a geohash; null for one that is not there.
/// </summary>
internal sealed record GeoHashesResult(ValueList Hashes);
