using WebKv.Engine.Errors;
using WebKv.Engine.Sets;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;
using ValueList = WebKv.Server.Rest.Http.ValueList;

namespace WebKv.Server.Rest.Sets;

/// <summary>Random members of a set.</summary>
internal static class SetDrawEndpoints
{
    public static void Map(RestRoutes routes)
    {
        routes.Post<SetPopRequest>("/sets/{key}/pop", SetDocs.Pop, Pop);
        routes.Get("/sets/{key}/random", SetDocs.Random, Random);
    }

    private static Task Pop(ref RestCall call, SetPopRequest request)
    {
        BinaryEncoding encoding = call.ReadEncodingOfWrite();
        Error? error = call.Execute(new SPop { Key = call.Key, Count = request.Count ?? 1 }, out MembersReply popped);
        if (error is not null || popped.Members.Count == 0)
            return call.NoContent(error);
        return call.Json(null, ResultOf(popped, encoding), RestJsonContext.Default.SetMembersResult);
    }

    private static Task Random(ref RestCall call)
    {
        long count = call.Url.Integer("count", min: -long.MaxValue) ?? 1;
        BinaryEncoding encoding = call.ReadEncoding();
        Error? error = call.Execute(new SRandMember { Key = call.Key, Count = count }, out MembersReply drawn);
        if (error is null && ValueList.Refuse(drawn.Members, encoding) is { } refusal)
            return call.Fail(refusal);
        if (error is not null || drawn.Members.Count == 0)
            return call.NoContent(error);
        // Another draw of the same set is another answer.
        return call.JsonWithoutTag(null, ResultOf(drawn, encoding), RestJsonContext.Default.SetMembersResult);
    }

    private static SetMembersResult ResultOf(MembersReply drawn, BinaryEncoding encoding) =>
        new(new ValueList(drawn.Members, encoding));
}
