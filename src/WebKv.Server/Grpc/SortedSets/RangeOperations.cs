using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.SortedSets;
using WebKv.Server.Operations;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;
using SortedSetRange = WebKv.Engine.SortedSets.SortedSetRange;

namespace WebKv.Server.Grpc.SortedSets;

/// <summary>The methods of SortedSetService on parts of a sorted set; requests have passed validation.</summary>
internal static class RangeOperations
{
    private const int PageSizeDefault = 100;

    public static Error? RangeSortedSet(
        OperationScope scope, RangeSortedSetRequest request, out RangeSortedSetResponse response)
    {
        response = new RangeSortedSetResponse();
        scope.StateKey = request.Key;
        SortedSetRange range = SortedSetRanges.Of(request.Range, request.Reverse)
            .WithLimit(request.Offset, request.HasLimit ? request.Limit : -1);
        var command = new ZRange { Key = Key.Of(request.Key.Span), Range = range, WithScores = true };
        if (scope.Execute(command, out MembersReply members) is { } error)
            return error;
        response.Version = scope.Version();
        return ScoredMembers.Copy(scope, members.Scored, response.Entries);
    }

    public static Error? StoreSortedSetRange(
        OperationScope scope, StoreSortedSetRangeRequest request, out StoreSortedSetRangeResponse response)
    {
        response = new StoreSortedSetRangeResponse();
        scope.StateKey = request.Destination;
        SortedSetRange range = SortedSetRanges.Of(request.Range, request.Reverse)
            .WithLimit(request.Offset, request.HasLimit ? request.Limit : -1);
        var command = new ZRangeStore
        {
            Destination = Key.Of(request.Destination.Span),
            Source = Key.Of(request.Key.Span),
            Range = range,
        };
        if (scope.Execute(command, out IntegerReply count) is { } error)
            return error;
        response.Count = count.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? CountSortedSet(
        OperationScope scope, CountSortedSetRequest request, out CountSortedSetResponse response)
    {
        response = new CountSortedSetResponse();
        SortedSetRange range = SortedSetRanges.Of(request.Range);
        Key key = Key.Of(request.Key.Span);
        IntegerReply count;
        Error? error = range.By == SortedSetOrder.Score
            ? scope.Execute(new ZCount { Key = key, Range = range }, out count)
            : scope.Execute(new ZLexCount { Key = key, Range = range }, out count);
        response.Count = count.Value;
        return error;
    }

    public static Error? RemoveSortedSetRange(
        OperationScope scope, RemoveSortedSetRangeRequest request, out RemoveSortedSetRangeResponse response)
    {
        response = new RemoveSortedSetRangeResponse();
        scope.StateKey = request.Key;
        SortedSetRange range = SortedSetRanges.Of(request.Range);
        Key key = Key.Of(request.Key.Span);
        IntegerReply removed;
        Error? error = range.By switch
        {
            SortedSetOrder.Rank => scope.Execute(new ZRemRangeByRank { Key = key, Range = range }, out removed),
            SortedSetOrder.Score => scope.Execute(new ZRemRangeByScore { Key = key, Range = range }, out removed),
            _ => scope.Execute(new ZRemRangeByLex { Key = key, Range = range }, out removed),
        };
        if (error is not null)
            return error;
        response.Removed = removed.Value;
        response.Version = scope.Version();
        return null;
    }

    public static Error? ScanSortedSet(
        OperationScope scope, ScanSortedSetRequest request, out ScanSortedSetResponse response)
    {
        response = new ScanSortedSetResponse();
        uint fingerprint = PageToken.FingerprintOf(
            scope.Settings.Database, "sorted set", request.Key.Span,
            request.HasMatch ? request.Match.Span : "*"u8);
        if (!PageToken.TryParse(request.PageToken, fingerprint, out ulong cursor))
            return CommonErrors.InvalidCursor;
        var command = new ZScan
        {
            Key = Key.Of(request.Key.Span),
            Cursor = cursor,
            Count = request.PageSize == 0 ? PageSizeDefault : request.PageSize,
            Filter = request.HasMatch ? new ScanFilter { Pattern = request.Match.Span } : default,
        };
        if (scope.Execute(command, out ScoredScanReply reply) is { } error)
            return error;
        response.NextPageToken = reply.Cursor == 0 ? "" : PageToken.Of(reply.Cursor, fingerprint);
        return ScoredMembers.Copy(scope, reply.Elements, response.Entries);
    }
}
