using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Hashes;
using WebKv.Engine.Keys;
using WebKv.Engine.Replies;
using WebKv.Engine.Strings;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.Strings;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Hashes;

/// <summary>Whole hashes, and several fields at once.</summary>
internal static class HashEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Get("/hashes/{key}", HashDocs.Get, Get);
        routes.Patch<HashPatchRequest>("/hashes/{key}", HashDocs.Patch, Patch);
        routes.Get("/hashes/{key}/fields", HashDocs.List, List);
        routes.Post<HashGetRequest>("/hashes/{key}/get", HashDocs.GetMany, GetMany);
        routes.Get("/hashes/{key}/length", HashDocs.Length, Length);
        routes.Get("/hashes/{key}/random", HashDocs.Random, Random);
    }

    private static Task Get(ref RestCall call)
    {
        BinaryEncoding encoding = call.ReadEncoding();
        Error? error = call.Execute(new HGetAll { Key = call.Key }, out PairsReply pairs) ?? call.MissingKey;
        if (error is null && ValueList.Refuse(pairs.AsValues(), encoding) is { } refusal)
            return call.Fail(refusal);
        return call.Json(error, new FieldList(pairs, encoding), RestJsonContext.Default.FieldList);
    }

    private static Task Patch(ref RestCall call, HashPatchRequest request)
    {
        using var pairs = new CommandLine();
        foreach (HashField? field in request.Set ?? [])
            pairs.Add(field!.Field!.Bytes).Add(field.Value!.Bytes);
        using CommandLine names = NameLine.Of(request.Remove ?? []);
        var patch = new PatchHash
        {
            Set = new HSetEx
            {
                Key = call.Key,
                Pairs = FieldPairs.Of(pairs),
                Condition = request.Condition switch
                {
                    "allAbsent" => SetCondition.Absent,
                    "allPresent" => SetCondition.Present,
                    _ => SetCondition.None,
                },
            },
            Remove = new HDel { Key = call.Key, Fields = names.AsValues() },
        };
        Error? error = call.Execute(patch, out PatchHashReply reply);
        if (error is null && !reply.IsApplied)
            error = CommonErrors.PreconditionFailed;
        return call.Json(
            error, new HashPatchResult(reply.Added, reply.Removed), RestJsonContext.Default.HashPatchResult);
    }

    private static Task List(ref RestCall call)
    {
        byte[]? match = call.Url.Bytes("match");
        bool namesOnly = call.Url.Flag("namesOnly");
        PageQuery page = PageQuery.Read(ref call, "hash", match);
        BinaryEncoding encoding = call.ReadEncoding();
        var scan = new HScan
        {
            Key = call.Key,
            Cursor = page.Cursor,
            Count = page.Limit,
            Filter = match is null ? default : new ScanFilter { Pattern = match },
            NamesOnly = namesOnly,
        };
        Error? error = call.Execute(scan, out ScanReply reply);
        if (error is null && ValueList.Refuse(reply.Elements, encoding) is { } refusal)
            return call.Fail(refusal);
        string? next = page.TokenOf(reply.Cursor);
        HashPage body = namesOnly
            ? new HashPage(null, new ValueList(reply.Elements, encoding), next)
            : new HashPage(new FieldList(reply.Elements.AsPairs(), encoding), null, next);
        return call.Json(error, body, RestJsonContext.Default.HashPage);
    }

    private static Task GetMany(ref RestCall call, HashGetRequest request)
    {
        bool writes = request.Delete == true || request.TtlMs is not null || request.ExpireAt is not null
            || request.Persist == true;
        BinaryEncoding encoding = writes ? call.ReadEncodingOfWrite() : call.ReadEncoding();
        using CommandLine line = NameLine.Of(request.Fields!);
        Error? error = Read(ref call, request, line, writes, out BulksReply values);
        if (error is null && !writes && ValueList.Refuse(values, encoding) is { } refusal)
            return call.Fail(refusal);
        var body = new HashValuesResult(new ValueList(values, encoding));
        return call.Json(error, body, RestJsonContext.Default.HashValuesResult);
    }

    private static Error? Read(
        ref RestCall call, HashGetRequest request, CommandLine line, bool writes, out BulksReply values)
    {
        if (!writes)
            return call.Execute(new HMGet { Key = call.Key, Fields = line.AsValues() }, out values);
        if (request.Delete == true)
            return call.Execute(new HGetDel { Key = call.Key, Fields = line.AsValues() }, out values);
        Expiry expiry = request switch
        {
            { TtlMs: { } ttlMs } => Expiry.After(ttlMs),
            { ExpireAt: { } time } when Rfc3339.TryParse(time, out long unixMs) => Expiry.At(unixMs),
            _ => Expiry.Remove,
        };
        return call.Execute(new HGetEx { Key = call.Key, Fields = line.AsValues(), Expiry = expiry }, out values);
    }

    private static Task Length(ref RestCall call)
    {
        Error? error = call.Execute(new HLen { Key = call.Key }, out IntegerReply length);
        return call.Json(error, new LengthResult(length.Value), RestJsonContext.Default.LengthResult);
    }

    private static Task Random(ref RestCall call)
    {
        long count = call.Url.Integer("count") ?? 1;
        bool withValues = call.Url.Flag("withValues");
        BinaryEncoding encoding = call.ReadEncoding();
        var command = new HRandField { Key = call.Key, Count = count, WithValues = withValues };
        if (call.Execute(command, out RandomFieldsReply drawn) is { } error)
            return call.Fail(error);
        if (ValueList.Refuse(withValues ? drawn.Pairs.AsValues() : drawn.Names, encoding) is { } refusal)
            return call.Fail(refusal);
        RandomFieldsResult body = withValues
            ? new RandomFieldsResult(new FieldList(drawn.Pairs, encoding), null)
            : new RandomFieldsResult(null, new ValueList(drawn.Names, encoding));
        return call.Json(null, body, RestJsonContext.Default.RandomFieldsResult);
    }
}
