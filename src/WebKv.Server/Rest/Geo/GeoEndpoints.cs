using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Geo;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.SortedSets;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Geo;

/// <summary>Places: sorted sets whose scores are places. A missing key has none.</summary>
internal static class GeoEndpoints
{
    private static readonly Error NoSuchMember =
        new(ErrorCode.NotFound, "ERR one of the members is not in the sorted set");

    public static void Map(RestRoutes routes)
    {
        routes.Post<GeoAddRequest>("/geo/{key}/add", GeoDocs.Add, Add);
        routes.Post<SortedSetMembersRequest>("/geo/{key}/positions", GeoDocs.Positions, Positions);
        routes.Post<SortedSetMembersRequest>("/geo/{key}/hashes", GeoDocs.Hashes, Hashes);
        routes.Get("/geo/{key}/distance", GeoDocs.Distance, Distance);
        routes.Post<GeoSearchRequest>("/geo/{key}/search", GeoDocs.Search, Search);
        routes.Post<GeoStoreRequest>("/geo:storeSearch", GeoDocs.Store, Store);
    }

    private static Task Add(ref RestCall call, GeoAddRequest request)
    {
        var points = new GeoPoint[request.Entries!.Count];
        using var line = new CommandLine();
        for (int i = 0; i < points.Length; i++)
        {
            GeoEntry entry = request.Entries[i]!;
            points[i] = new GeoPoint(entry.Longitude!.Value, entry.Latitude!.Value);
            line.Add(entry.Member!.Bytes);
        }
        var command = new GeoAdd
        {
            Key = call.Key,
            Entries = new GeoEntries(points, line.Arguments),
            Conditions = GeoWords.ConditionsOf(request.Mode),
        };
        Error? error = call.Execute(command, out ZAddReply reply);
        return call.Json(
            error, new SortedSetAddResult(reply.Added, reply.Changed), RestJsonContext.Default.SortedSetAddResult);
    }

    private static Task Positions(ref RestCall call, SortedSetMembersRequest request)
    {
        using CommandLine line = NameLine.Of(request.Members!);
        Error? error = call.Execute(new GeoPos { Key = call.Key, Members = line.AsValues() }, out PointsReply found);
        if (error is not null)
            return call.Fail(error);
        var positions = new GeoPosition?[found.Points.Length];
        for (int i = 0; i < positions.Length; i++)
            positions[i] = found.Points[i] is { } point ? new GeoPosition(point.Longitude, point.Latitude) : null;
        return call.Json(null, new GeoPositionsResult(positions), RestJsonContext.Default.GeoPositionsResult);
    }

    private static Task Hashes(ref RestCall call, SortedSetMembersRequest request)
    {
        using CommandLine line = NameLine.Of(request.Members!);
        Error? error = call.Execute(new GeoHash { Key = call.Key, Members = line.AsValues() }, out BulksReply found);
        var result = new GeoHashesResult(new ValueList(found, BinaryEncoding.Auto));
        return call.Json(error, result, RestJsonContext.Default.GeoHashesResult);
    }

    private static Task Distance(ref RestCall call)
    {
        byte[]? from = call.Url.Bytes("from");
        byte[]? to = call.Url.Bytes("to");
        var unit = (GeoUnit)(call.Url.Word("unit", GeoWords.Units) ?? 0);
        if (from is null)
            call.Url.Refuse("from", "must be given.");
        if (to is null)
            call.Url.Refuse("to", "must be given.");
        var command = new GeoDist { Key = call.Key, First = from, Second = to, Unit = unit };
        Error? error = call.Execute(command, out DistanceReply distance);
        if (error is null && distance.Value is null)
            error = NoSuchMember;
        var result = new GeoDistanceResult(distance.Value ?? 0);
        return call.Json(error, result, RestJsonContext.Default.GeoDistanceResult);
    }

    private static Task Search(ref RestCall call, GeoSearchRequest request)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        var command = new GeoSearch { Key = call.Key, Query = GeoWords.QueryOf(request) };
        if (call.Execute(command, out GeoSearchReply found) is { } error)
            return call.Fail(error);
        if (GeoMatchList.Refuse(found, encoding) is { } refusal)
            return call.Fail(refusal);
        var result = new GeoSearchResult(new GeoMatchList(found, encoding));
        return call.Json(null, result, RestJsonContext.Default.GeoSearchResult);
    }

    private static Task Store(ref RestCall call, GeoStoreRequest request)
    {
        call.StateKey = request.StoreInto!.Bytes;
        var command = new GeoSearchStore
        {
            Destination = Key.Of(request.StoreInto.Bytes),
            Source = Key.Of(request.Source!.Bytes),
            Query = GeoWords.QueryOf(request.Search!),
            StoresDistance = request.StoreDistances == true,
        };
        Error? error = call.Execute(command, out IntegerReply count);
        return call.Json(error, new SortedSetCountResult(count.Value), RestJsonContext.Default.SortedSetCountResult);
    }
}
