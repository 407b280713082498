using System.Text;
using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;
using WebKv.Engine.Streams;
using WebKv.Memory.Collections.Streams;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Streams;

/// <summary>Streams and their entries.</summary>
internal static class StreamEndpoints
{
    private const int LimitMax = 1000;
    private const int LimitDefault = 100;

    public static void Map(RestRoutes routes)
    {
        routes.Get("/streams/{key}", StreamDocs.Get, Get);
        routes.Post<AppendEntryRequest>("/streams/{key}/entries", StreamDocs.Append, Append);
        routes.Get("/streams/{key}/entries", StreamDocs.List, List);
        routes.Get("/streams/{key}/entries/{id}", StreamDocs.GetEntry, GetEntry);
        routes.Delete("/streams/{key}/entries/{id}", StreamDocs.DeleteEntry, DeleteEntry);
        routes.Post<TrimStreamRequest>("/streams/{key}/trim", StreamDocs.Trim, Trim);
        routes.PostWaiting<ReadStreamsRequest>("/streams:read", StreamDocs.Read, Read);
    }

    private static Task Get(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        Error? error = call.Execute(new XInfoStream { Key = call.Key }, out StreamInfoReply info);
        return call.Json(error, error is null ? ResultOf(info, encoding) : null!, RestJsonContext.Default.StreamResult);
    }

    private static StreamResult ResultOf(StreamInfoReply info, BinaryEncoding encoding) => new(
        info.Length,
        info.LastId.ToString(),
        TextOrNull(info.FirstId),
        TextOrNull(info.MaxDeletedId),
        JsonNumber.Of(info.EntriesAdded),
        info.GroupCount,
        info.First is { } first ? new EntryItem(first, encoding) : null,
        info.Last is { } last ? new EntryItem(last, encoding) : null);

    private static Task Append(ref RestCall call, AppendEntryRequest request)
    {
        using var line = new CommandLine();
        foreach (StreamField? field in request.Fields!)
            line.Add(field!.Field!.Bytes).Add(field.Value!.Bytes);
        Error? error = NewEntryId.Parse(Encoding.UTF8.GetBytes(request.Id ?? "*"), out NewEntryId id);
        if (error is not null)
            return call.Fail(error);
        error = TryTrim(request.Trim, out TrimOptions trim);
        if (error is not null)
            return call.Fail(error);
        var command = new XAdd
        {
            Key = call.Key,
            Id = id,
            Fields = line.AsValues(),
            Trim = trim,
            OnlyIfExists = request.NoMakeStream ?? false,
        };
        error = call.Execute(command, out StreamIdReply added);
        if (error is null && added.Id is null)
            error = CommonErrors.NoSuchKey;
        if (error is not null)
            return call.Fail(error);
        string text = added.Id.ToString()!;
        call.Http.Response.StatusCode = StatusCodes.Status201Created;
        call.Http.Response.Headers.Location = UrlInput.LocationOf(call.Http, text);
        return call.Json(null, new EntryIdResult(text), RestJsonContext.Default.EntryIdResult);
    }

    private static Task List(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        bool backward = call.Url.Flag("rev");
        long limit = call.Url.Integer("limit", min: 1, max: LimitMax) ?? LimitDefault;
        var query = new RangeQuery
        {
            Start = StreamUrl.ReadStart(ref call),
            End = StreamUrl.ReadEnd(ref call),
            Backward = backward,
            CountMax = limit,
        };
        EntriesReply entries;
        Error? error = backward
            ? call.Execute(new XRevRange { Key = call.Key, Query = query }, out entries)
            : call.Execute(new XRange { Key = call.Key, Query = query }, out entries);
        if (error is null && EntryList.Refuse(entries, encoding) is { } refusal)
            return call.Fail(refusal);
        string? next = error is null && entries.Count == limit ? $"({entries.Last.Id}" : null;
        return call.Json(
            error, new EntriesResult(new EntryList(entries, encoding), next), RestJsonContext.Default.EntriesResult);
    }

    private static Task GetEntry(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        StreamId id = StreamUrl.ReadId(ref call);
        var command = new XRange { Key = call.Key, Query = new RangeQuery { Start = id, End = id } };
        Error? error = call.Execute(command, out EntriesReply entries) ?? call.MissingKey;
        if (error is null && entries.Count == 0)
            error = StreamErrors.NoSuchEntry;
        if (error is not null)
            return call.Fail(error);
        return EntryList.Refuse(entries, encoding) is { } refusal
            ? call.Fail(refusal)
            : call.Json(null, new EntryItem(entries.First, encoding), RestJsonContext.Default.EntryItem);
    }

    private static Task DeleteEntry(ref RestCall call)
    {
        bool missingOk = call.Url.Flag("missingOk");
        using var line = new CommandLine();
        line.Add(StreamUrl.ReadId(ref call).ToString());
        Error? error = call.Execute(new XDel { Key = call.Key, Ids = line.AsValues() }, out IntegerReply deleted);
        if (error is null && deleted.Value == 0 && !missingOk)
            error = call.MissingKey ?? StreamErrors.NoSuchEntry;
        return call.NoContent(error);
    }

    private static Task Trim(ref RestCall call, TrimStreamRequest request)
    {
        if (TryTrim(request, out TrimOptions trim) is { } invalid)
            return call.Fail(invalid);
        Error? error = call.Execute(new XTrim { Key = call.Key, Trim = trim }, out IntegerReply removed);
        return call.Json(
            error, new EntriesRemovedResult(removed.Value), RestJsonContext.Default.EntriesRemovedResult);
    }

    private static Task Read(ref RestCall call, ReadStreamsRequest request)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        using var keys = new CommandLine();
        using var after = new CommandLine();
        foreach (ReadStreamItem? item in request.Streams!)
        {
            keys.Add(item!.Key!.Bytes);
            after.Add(item.After!);
        }
        var command = new XRead
        {
            Keys = keys.AsKeys(),
            After = after.AsValues(),
            CountMax = request.Count ?? 0,
            BlockMs = call.WaitMs == 0 ? null : call.WaitMs,
        };
        Error? error = call.Execute(command, out StreamsReply streams);
        if (error is not null)
            return call.Fail(error);
        if (streams.Count == 0)
            return call.NoContent(null);
        return StreamList.Refuse(streams, encoding) is { } refusal
            ? call.Fail(refusal)
            : call.Json(
                null, new ReadStreamsResult(new StreamList(streams, encoding)),
                RestJsonContext.Default.ReadStreamsResult);
    }

    private static Error? TryTrim(TrimStreamRequest? request, out TrimOptions trim)
    {
        trim = default;
        if (request is null)
            return null;
        StreamId idMin = default;
        if (request.MinId is not null
            && StreamIds.Parse(Encoding.UTF8.GetBytes(request.MinId), out idMin) is { } error)
            return error;
        trim = new TrimOptions
        {
            LengthMax = request.MaxLen,
            IdMin = request.MinId is null ? null : idMin,
            Approximate = request.Approximate ?? false,
            Limit = request.Limit,
        };
        return null;
    }

    private static string? TextOrNull(StreamId id) => id == StreamId.Min ? null : id.ToString();
}
