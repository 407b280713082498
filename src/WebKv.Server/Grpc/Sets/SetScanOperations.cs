using Google.Protobuf;
using Google.Protobuf.Collections;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Engine.Sets;
using WebKv.Server.Operations;
using WebKv.V1;
using Error = WebKv.Engine.Errors.Error;

namespace WebKv.Server.Grpc.Sets;

/// <summary>The pages of SetService.ScanSet and StreamSetMembers; requests have passed validation.</summary>
internal static class SetScanOperations
{
    private const int PageSizeDefault = 100;

    public static Error? ScanSet(OperationScope scope, ScanSetRequest request, out ScanSetResponse response)
    {
        response = new ScanSetResponse();
        var scan = new Page(request.Key, request.HasMatch ? request.Match : null, request.PageSize, request.PageToken);
        Error? error = Collect(scope, scan, response.Members, out string next);
        response.NextPageToken = next;
        return error;
    }

    /// <summary>One message of the stream; the token of the next is in it.</summary>
    public static Error? StreamSetMembers(
        OperationScope scope, StreamSetMembersRequest request, out StreamSetMembersResponse response)
    {
        response = new StreamSetMembersResponse();
        var scan = new Page(request.Key, request.HasMatch ? request.Match : null, request.PageSize, request.PageToken);
        Error? error = Collect(scope, scan, response.Members, out string next);
        response.NextPageToken = next;
        return error;
    }

    /// <summary>Makes the request ask for the message after this one; false if that was the last.</summary>
    public static bool TryAdvance(StreamSetMembersRequest request, StreamSetMembersResponse response) =>
        (request.PageToken = response.NextPageToken).Length > 0;

    private static Error? Collect(
        OperationScope scope, in Page page, RepeatedField<ByteString> members, out string nextPageToken)
    {
        nextPageToken = "";
        uint fingerprint = PageToken.FingerprintOf(
            scope.Settings.Database, "set", page.Key.Span, page.Match is null ? "*"u8 : page.Match.Span);
        if (!PageToken.TryParse(page.Token, fingerprint, out ulong cursor))
            return CommonErrors.InvalidCursor;
        var scan = new SScan
        {
            Key = Key.Of(page.Key.Span),
            Cursor = cursor,
            Count = page.Size == 0 ? PageSizeDefault : page.Size,
            Filter = page.Match is null ? default : new ScanFilter { Pattern = page.Match.Span },
        };
        if (scope.Execute(scan, out ScanReply reply) is { } error)
            return error;
        nextPageToken = reply.Cursor == 0 ? "" : PageToken.Of(reply.Cursor, fingerprint);
        return scope.Copy(reply.Elements, members);
    }

    private readonly record struct Page(ByteString Key, ByteString? Match, int Size, string Token);
}
