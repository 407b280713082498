using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Server.Grpc.Messages;
using WebKv.Server.Operations;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Keys;

/// <summary>The pages of KeyService.ScanKeys and StreamScanKeys; requests have passed validation.</summary>
/// <remarks>Types and expirations are read key by key after the page was collected, so a key that was deleted in
/// between is left out, as one deleted a moment earlier would be.</remarks>
internal static class ScanOperations
{
    private const int PageSizeDefault = 100;

    public static Error? ScanKeys(OperationScope scope, ScanKeysRequest request, out ScanKeysResponse response)
    {
        response = new ScanKeysResponse();
        var query = new ScanQuery(
            scope.Settings.Database, request.HasMatch ? request.Match : null, KeyTypes.Wanted(request.Type));
        Error? error = Collect(scope, query, request.PageSize, request.PageToken, response.Keys, out string next);
        response.NextPageToken = next;
        return error;
    }

    /// <summary>One message of the stream; the token of the next is in it.</summary>
    public static Error? StreamScanKeys(
        OperationScope scope, StreamScanKeysRequest request, out StreamScanKeysResponse response)
    {
        response = new StreamScanKeysResponse();
        var query = new ScanQuery(
            scope.Settings.Database, request.HasMatch ? request.Match : null, KeyTypes.Wanted(request.Type));
        Error? error = Collect(scope, query, request.PageSize, request.PageToken, response.Keys, out string next);
        response.NextPageToken = next;
        return error;
    }

    /// <summary>Makes the request ask for the message after this one; false if that was the last.</summary>
    public static bool TryAdvance(StreamScanKeysRequest request, StreamScanKeysResponse response) =>
        (request.PageToken = response.NextPageToken).Length > 0;

    private static Error? Collect(
        OperationScope scope,
        in ScanQuery query,
        int pageSize,
        string pageToken,
        RepeatedField<KeySummary> page,
        out string nextPageToken)
    {
        nextPageToken = "";
        uint fingerprint = PageToken.FingerprintOf(
            query.Database, $"keys {query.Type}", default, query.Match is null ? "*"u8 : query.Match.Span);
        if (!PageToken.TryParse(pageToken, fingerprint, out ulong cursor))
            return CommonErrors.InvalidCursor;
        var filter = new ScanFilter { Type = query.Type };
        if (query.Match is not null)
            filter = new ScanFilter { Type = query.Type, Pattern = query.Match.Span };
        var scan = new Scan { Cursor = cursor, Count = pageSize == 0 ? PageSizeDefault : pageSize, Filter = filter };
        if (scope.Execute(scan, out ScanReply reply) is { } error)
            return error;
        nextPageToken = reply.Cursor == 0 ? "" : PageToken.Of(reply.Cursor, fingerprint);
        return AddKeys(scope, reply.Elements, page) ?? AddFacts(scope, page);
    }

    // The replies lie in the context and end with its next command.
    private static Error? AddKeys(OperationScope scope, BulksReply keys, RepeatedField<KeySummary> page)
    {
        for (int i = 0; i < keys.Count; i++)
        {
            if (scope.Copy(keys[i], out ByteString key) is { } tooLarge)
                return tooLarge;
            page.Add(new KeySummary { Key = key });
        }
        return null;
    }

    private static Error? AddFacts(OperationScope scope, RepeatedField<KeySummary> page)
    {
        for (int i = page.Count - 1; i >= 0; i--)
        {
            KeySummary summary = page[i];
            if (scope.ExecutePart(new Inspect { Key = Key.Of(summary.Key.Span) }, out Inspection seen) is { } error)
                return error;
            if (!seen.Exists)
            {
                page.RemoveAt(i);
                continue;
            }
            summary.Type = KeyTypes.Of(seen.Type);
            summary.Ttl = Times.Left(seen.ExpiryMs, scope.NowMs);
        }
        return null;
    }
}
