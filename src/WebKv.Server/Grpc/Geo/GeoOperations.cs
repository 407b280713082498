using System.Text;
using Google.Protobuf;
using WebKv.Engine.Commands;
using WebKv.Engine.Geo;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Server.Grpc.Messages;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using GeoPoint = WebKv.Engine.Geo.GeoPoint;

namespace WebKv.Server.Grpc.Geo;

/// <summary>The methods of GeoService; requests have passed validation.</summary>
internal static class GeoOperations
{
    public static Error? AddGeoMembers(
        OperationScope scope, AddGeoMembersRequest request, out AddGeoMembersResponse response)
    {
        response = new AddGeoMembersResponse();
        scope.StateKey = request.Key;
        var points = new GeoPoint[request.Entries.Count];
        using var line = new CommandLine();
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = GeoMessages.PointOf(request.Entries[i].Point);
            line.Add(request.Entries[i].Member.Span);
        }
        var command = new GeoAdd
        {
            Key = Key.Of(request.Key.Span),
            Entries = new GeoEntries(points, line.Arguments),
            Conditions = GeoMessages.ConditionsOf(request.Condition),
        };
        if (scope.Execute(command, out ZAddReply reply) is { } error)
            return error;
        response.Added = reply.Added;
        response.Changed = reply.Changed;
        response.Version = scope.Version();
        return null;
    }

    public static Error? GetGeoPositions(
        OperationScope scope, GetGeoPositionsRequest request, out GetGeoPositionsResponse response)
    {
        response = new GetGeoPositionsResponse();
        using CommandLine members = CommandLines.Of(request.Members);
        var command = new GeoPos { Key = Key.Of(request.Key.Span), Members = members.AsValues() };
        if (scope.Execute(command, out PointsReply found) is { } error)
            return error;
        foreach (GeoPoint? point in found.Points)
            response.Positions.Add(
                new OptionalGeoPoint { Point = point is { } present ? GeoMessages.MessageOf(present) : null });
        return null;
    }

    public static Error? GetGeoHashes(
        OperationScope scope, GetGeoHashesRequest request, out GetGeoHashesResponse response)
    {
        response = new GetGeoHashesResponse();
        using CommandLine members = CommandLines.Of(request.Members);
        var command = new GeoHash { Key = Key.Of(request.Key.Span), Members = members.AsValues() };
        if (scope.Execute(command, out BulksReply found) is { } error)
            return error;
        for (int i = 0; i < found.Count; i++)
        {
            var hash = new OptionalGeoHash();
            if (!found[i].IsNull)
                hash.Hash = Encoding.ASCII.GetString(found[i].Bytes);
            response.Hashes.Add(hash);
        }
        return null;
    }

    public static Error? GetGeoDistance(
        OperationScope scope, GetGeoDistanceRequest request, out GetGeoDistanceResponse response)
    {
        response = new GetGeoDistanceResponse();
        var command = new GeoDist
        {
            Key = Key.Of(request.Key.Span),
            First = request.From.Span,
            Second = request.To.Span,
            Unit = GeoMessages.UnitOf(request.Unit),
        };
        Error? error = scope.Execute(command, out DistanceReply distance);
        if (error is null && distance.Value is { } present)
            response.Distance = present;
        return error;
    }

    public static Error? SearchGeo(OperationScope scope, SearchGeoRequest request, out SearchGeoResponse response)
    {
        response = new SearchGeoResponse();
        scope.StateKey = request.Key;
        var command = new GeoSearch { Key = Key.Of(request.Key.Span), Query = GeoMessages.QueryOf(request.Query) };
        if (scope.Execute(command, out GeoSearchReply found) is { } error)
            return error;
        response.Version = scope.Version();
        for (int i = 0; i < found.Count; i++)
        {
            if (scope.Copy(found.MemberAt(i), out ByteString member) is { } tooLarge)
                return tooLarge;
            response.Matches.Add(new V1.GeoMatch
            {
                Member = member,
                Distance = found.DistanceAt(i),
                Point = GeoMessages.MessageOf(found.PointAt(i)),
            });
        }
        return null;
    }

    public static Error? StoreGeoSearch(
        OperationScope scope, StoreGeoSearchRequest request, out StoreGeoSearchResponse response)
    {
        response = new StoreGeoSearchResponse();
        scope.StateKey = request.Destination;
        var command = new GeoSearchStore
        {
            Destination = Key.Of(request.Destination.Span),
            Source = Key.Of(request.Key.Span),
            Query = GeoMessages.QueryOf(request.Query),
            StoresDistance = request.StoreDistances,
        };
        if (scope.Execute(command, out IntegerReply count) is { } error)
            return error;
        response.Count = count.Value;
        response.Version = scope.Version();
        return null;
    }
}
