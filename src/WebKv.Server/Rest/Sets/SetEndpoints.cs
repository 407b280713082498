using WebKv.Engine.Commands;
using WebKv.Engine.Errors;
using WebKv.Engine.Keys;
using WebKv.Engine.Replies;
using WebKv.Engine.Sets;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Sets;

/// <summary>One set and its members; a missing key is a set without any.</summary>
internal static class SetEndpoints
{
    private static readonly Error NoSuchMember = new(ErrorCode.NotFound, "ERR the set has no such member");

    public static void Map(RestRoutes routes)
    {
        routes.GetAndHead("/sets/{key}", SetDocs.Describe, Describe);
        routes.Get("/sets/{key}/members", SetDocs.List, List);
        routes.GetAndHead("/sets/{key}/members/{member}", SetDocs.Has, Has);
        routes.Put("/sets/{key}/members/{member}", SetDocs.Put, Put);
        routes.Delete("/sets/{key}/members/{member}", SetDocs.Delete, Delete);
        routes.Post<SetMembersRequest>("/sets/{key}/add", SetDocs.Add, Add);
        routes.Post<SetMembersRequest>("/sets/{key}/remove", SetDocs.Remove, Remove);
        routes.Post<SetMembersRequest>("/sets/{key}/contains", SetDocs.Contains, Contains);
    }

    private static Task Describe(ref RestCall call)
    {
        Error? error = call.Execute(new SCard { Key = call.Key }, out IntegerReply count) ?? call.MissingKey;
        if (error is not null)
            return call.Fail(error);
        ResponseHeaders.SetKey(call.Http.Response, call.State, call.NowMs);
        var facts = new SetFacts(count.Value, call.State.TtlMs(call.NowMs), EntityTag.Format(call.State.Etag, 'r'));
        return call.JsonWithoutTag(null, facts, RestJsonContext.Default.SetFacts);
    }

    private static Task List(ref RestCall call)
    {
        byte[]? match = call.Url.Bytes("match");
        bool all = call.Url.Flag("all");
        PageQuery page = PageQuery.Read(ref call, "set", match);
        BinaryEncoding encoding = call.ReadEncoding();
        if (all && match is not null)
            call.Url.Refuse("all", "does not go with match.");
        return all ? ListAll(ref call, encoding) : ListPage(ref call, page, match, encoding);
    }

    private static Task ListAll(ref RestCall call, BinaryEncoding encoding)
    {
        Error? error = call.Execute(new SMembers { Key = call.Key }, out BulksReply members);
        return Answer(ref call, error, members, encoding, next: null);
    }

    private static Task ListPage(ref RestCall call, PageQuery page, byte[]? match, BinaryEncoding encoding)
    {
        var scan = new SScan
        {
            Key = call.Key,
            Cursor = page.Cursor,
            Count = page.Limit,
            Filter = match is null ? default : new ScanFilter { Pattern = match },
        };
        Error? error = call.Execute(scan, out ScanReply reply);
        return Answer(ref call, error, reply.Elements, encoding, page.TokenOf(reply.Cursor));
    }

    private static Task Has(ref RestCall call)
    {
        byte[] member = call.PathName("member");
        var command = new SIsMember { Key = call.Key, Member = new Value(member) };
        Error? error = call.Execute(command, out IntegerReply found);
        if (error is null && found.Value == 0)
            error = NoSuchMember;
        return call.NoContent(error);
    }

    private static Task Put(ref RestCall call)
    {
        using CommandLine line = new CommandLine().Add(call.PathName("member"));
        Error? error = call.Execute(new SAdd { Key = call.Key, Members = line.AsValues() }, out IntegerReply added);
        return call.Stored(error, isNew: added.Value == 1);
    }

    private static Task Delete(ref RestCall call)
    {
        bool missingOk = call.Url.Flag("missingOk");
        using CommandLine line = new CommandLine().Add(call.PathName("member"));
        Error? error = call.Execute(new SRem { Key = call.Key, Members = line.AsValues() }, out IntegerReply removed);
        if (error is null && removed.Value == 0 && !missingOk)
            error = NoSuchMember;
        return call.NoContent(error);
    }

    private static Task Add(ref RestCall call, SetMembersRequest request)
    {
        using CommandLine line = NameLine.Of(request.Members!);
        Error? error = call.Execute(new SAdd { Key = call.Key, Members = line.AsValues() }, out IntegerReply added);
        return call.Json(error, new SetChangedResult(added.Value), RestJsonContext.Default.SetChangedResult);
    }

    private static Task Remove(ref RestCall call, SetMembersRequest request)
    {
        using CommandLine line = NameLine.Of(request.Members!);
        Error? error = call.Execute(new SRem { Key = call.Key, Members = line.AsValues() }, out IntegerReply removed);
        return call.Json(error, new SetChangedResult(removed.Value), RestJsonContext.Default.SetChangedResult);
    }

    private static Task Contains(ref RestCall call, SetMembersRequest request)
    {
        using CommandLine line = NameLine.Of(request.Members!);
        var command = new SMIsMember { Key = call.Key, Members = line.AsValues() };
        Error? error = call.Execute(command, out IntegersReply found);
        bool[] contains = error is null ? [.. found.Values.ToArray().Select(each => each == 1)] : [];
        return call.Json(error, new SetContainsResult(contains), RestJsonContext.Default.SetContainsResult);
    }

    private static Task Answer(
        ref RestCall call, Error? error, BulksReply members, BinaryEncoding encoding, string? next)
    {
        if (error is null && ValueList.Refuse(members, encoding) is { } refusal)
            return call.Fail(refusal);
        var page = new SetPage(new ValueList(members, encoding), next);
        return call.Json(error, page, RestJsonContext.Default.SetPage);
    }
}
