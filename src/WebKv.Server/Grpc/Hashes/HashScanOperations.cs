using Google.Protobuf;
using WebKv.Engine.Errors;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Server.Operations;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Hashes;

/// <summary>The pages of HashService.ScanHash; requests have passed validation.</summary>
internal static class HashScanOperations
{
    private const int PageSizeDefault = 100;

    public static Error? ScanHash(OperationScope scope, ScanHashRequest request, out ScanHashResponse response)
    {
        response = new ScanHashResponse();
        ByteString? match = request.HasMatch ? request.Match : null;
        uint fingerprint = PageToken.FingerprintOf(
            scope.Settings.Database, "hash", request.Key.Span, match is null ? "*"u8 : match.Span);
        if (!PageToken.TryParse(request.PageToken, fingerprint, out ulong cursor))
            return CommonErrors.InvalidCursor;
        var scan = new HScan
        {
            Key = Key.Of(request.Key.Span),
            Cursor = cursor,
            Count = request.PageSize == 0 ? PageSizeDefault : request.PageSize,
            Filter = match is null ? default : new ScanFilter { Pattern = match.Span },
            NamesOnly = request.NamesOnly,
        };
        if (scope.Execute(scan, out ScanReply page) is { } error)
            return error;
        response.NextPageToken = page.Cursor == 0 ? "" : PageToken.Of(page.Cursor, fingerprint);
        return request.NamesOnly
            ? HashOperations.AddNames(scope, page.Elements, response.Fields)
            : HashOperations.AddPairs(scope, page.Elements.AsPairs(), response.Fields);
    }
}
