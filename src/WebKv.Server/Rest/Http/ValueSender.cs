using System.Text.Unicode;
using Microsoft.Extensions.Primitives;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Replies;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// Sends a value in the representation that the client accepts.
/// </summary>
/// <remarks>The value is copied into the connection's pipe or its blob retained before a method returns, so the
/// caller may give back the context at once.</remarks>
internal static class ValueSender
{
    /// <summary>Largest value that is sent as JSON; larger ones can be had raw.</summary>
    public const int JsonBytesMax = 16 * 1024 * 1024;

    /// <summary>Answers GET and HEAD: preconditions, ranges, then the value.</summary>
    public static Task SendAsync(HttpContext http, CommandContext context, BulkReply reply, Representation form)
    {
        IHeaderDictionary request = http.Request.Headers;
        KeyState state = context.State;
        if (request.IfMatch.Count > 0 && !Matches(request.IfMatch, reply, state))
            return ProblemWriter.WriteAsync(http, CommonErrors.PreconditionFailed);
        if (reply.IsNull)
            return ProblemWriter.WriteAsync(http, CommonErrors.NoSuchKey);
        if (Refuse(reply, form) is { } refusal)
            return refusal.WriteAsync(http);

        string etag = EntityTag.Format(state.Etag, form.Letter);
        IHeaderDictionary headers = http.Response.Headers;
        headers.ETag = etag;
        SetHeaders(http.Response, context);
        ResponseHeaders.SetOffset(http.Response, context);
        if (request.IfNoneMatch.Count > 0 && EntityTag.Contains(request.IfNoneMatch, etag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        if (form.Kind == RepresentationKind.Json)
            return SendBodyAsync(http, reply, form);
        headers.AcceptRanges = "bytes";
        return request.Range.Count > 0 && HttpMethods.IsGet(http.Request.Method) && RangeApplies(request.IfRange, etag)
            ? SendRangeAsync(http, reply, form)
            : SendBodyAsync(http, reply, form);
    }

    /// <summary>What every answer with a value says about itself and its key.</summary>
    public static void SetHeaders(HttpResponse response, CommandContext context)
    {
        response.Headers.Vary = "Accept";
        if (context.KnownState.Exists)
            ResponseHeaders.SetKey(response, context.KnownState, context.NowMs);
    }

    /// <summary>Sends a value as the whole body; one too large for JSON, after a write, raw.</summary>
    public static Task SendBodyAsync(HttpContext http, BulkReply reply, Representation form)
    {
        if (form.Kind == RepresentationKind.Json && reply.Bytes.Length > JsonBytesMax)
            form = default;
        http.Response.ContentType = form.ContentType;
        if (form.Kind == RepresentationKind.Json)
            return SendJsonAsync(http, reply, form.Encoding);
        return reply.Blob.IsNull
            ? BodySender.SendAsync(http, reply.Bytes)
            : BodySender.SendAsync(http, reply.Blob, 0, reply.Blob.Length);
    }

    /// <summary>Why a value cannot be had in a form, or null.</summary>
    public static Problem? Refuse(BulkReply reply, Representation form)
    {
        if (form.Kind == RepresentationKind.Raw)
            return null;
        if (form.Kind == RepresentationKind.Json && reply.Bytes.Length > JsonBytesMax)
            return Problem.Of(
                ErrorCode.NotAcceptable, $"a value above {JsonBytesMax} bytes can be had as {Representation.Raw} only");
        bool mustBeText = form.Kind == RepresentationKind.Text || form.Encoding == BinaryEncoding.Utf8;
        return mustBeText && !Utf8.IsValid(reply.Bytes)
            ? Problem.Of(ErrorCode.NotAcceptable, "the value is not UTF-8 text")
            : null;
    }

    private static Task SendJsonAsync(HttpContext http, BulkReply reply, BinaryEncoding encoding)
    {
        using PooledJson json = PooledJson.Rent();
        json.Writer.WriteStartObject();
        json.Writer.WritePropertyName("value"u8);
        BinaryValue.Write(json.Writer, reply.Bytes, encoding);
        json.Writer.WriteEndObject();
        return json.SendAsync(http);
    }

    private static Task SendRangeAsync(HttpContext http, BulkReply reply, Representation form)
    {
        int total = reply.Bytes.Length;
        ByteRange.Outcome outcome = ByteRange.Read(http.Request.Headers.Range, total, out ByteRange range);
        if (outcome == ByteRange.Outcome.Whole)
            return SendBodyAsync(http, reply, form);
        if (outcome == ByteRange.Outcome.NotSatisfiable)
        {
            http.Response.Headers.ContentRange = $"bytes */{total}";
            return Problem.Of(ErrorCode.RangeNotSatisfiable, $"the value has {total} bytes").WriteAsync(http);
        }
        http.Response.StatusCode = StatusCodes.Status206PartialContent;
        http.Response.Headers.ContentRange = $"bytes {range.Start}-{range.Start + range.Length - 1}/{total}";
        http.Response.ContentType = form.ContentType;
        return reply.Blob.IsNull
            ? BodySender.SendAsync(http, reply.Bytes.Slice(range.Start, range.Length))
            : BodySender.SendAsync(http, reply.Blob, range.Start, range.Length);
    }

    private static bool Matches(StringValues ifMatch, BulkReply reply, KeyState state) =>
        !reply.IsNull
            && (ifMatch == EntityTag.Any || EntityTag.ReadHashes(ifMatch, takesWeak: false).Contains(state.Etag));

    // A date, a weak or another tag: the client's part belongs to another version, so it gets the whole.
    private static bool RangeApplies(StringValues ifRange, string etag) => ifRange.Count == 0 || ifRange == etag;
}
