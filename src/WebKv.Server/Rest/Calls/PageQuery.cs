using WebKv.Engine.Errors;
using WebKv.Server.Operations;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Calls;

/// <summary>The page of a scan that a request asks for: parameters limit and cursor.</summary>
/// <param name="Cursor">Where to go on.</param>
/// <param name="Limit">About how many elements.</param>
/// <param name="Fingerprint">What the cursor is bound to.</param>
internal readonly record struct PageQuery(ulong Cursor, long Limit, uint Fingerprint)
{
    public const int LimitMax = 1000;

    private const int LimitDefault = 100;

    /// <param name="call">The call; its key, if it has one, is what the scan walks over.</param>
    /// <param name="kind">What is walked over, and filters other than a pattern.</param>
    /// <param name="match">The pattern; null for all.</param>
    public static PageQuery Read(ref RestCall call, string kind, byte[]? match)
    {
        CallTarget target = call.Target;
        uint fingerprint = PageToken.FingerprintOf(target.Database, kind, target.Key, match ?? "*"u8);
        long limit = call.Url.Integer("limit", min: 1, max: LimitMax) ?? LimitDefault;
        if (!PageToken.TryParse(call.Url.Text("cursor"), fingerprint, out ulong cursor))
            call.Refuse(new Problem(CommonErrors.InvalidCursor));
        return new PageQuery(cursor, limit, fingerprint);
    }

    /// <summary>The token of the next page; null at the end.</summary>
    public string? TokenOf(ulong cursor) => cursor == 0 ? null : PageToken.Of(cursor, Fingerprint);
}
