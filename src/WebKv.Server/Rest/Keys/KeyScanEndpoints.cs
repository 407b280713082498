using System.Text;
using WebKv.Engine.Errors;
using WebKv.Engine.Execution;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Server.Rest.Http;
using WebKv.Server.Rest.OpenApi;

namespace WebKv.Server.Rest.Keys;

/// <summary>
/// The keys of a database, page by page, with the guarantees of SCAN: a key that is there all the time appears at
/// least once.
/// </summary>
internal sealed class KeyScanEndpoints(KvEngine engine)
{
    private const int LimitDefault = 100;
    public const int LimitMax = 1000;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/keys", (Delegate)List).Describe(KeyDocs.List);

    private Task List(HttpContext http)
    {
        var input = new UrlInput(http);
        int database = input.Database(engine.Options.Databases);
        byte[]? pattern = input.Bytes("match");
        RecordType? type = ReadType(ref input);
        long limit = input.Integer("limit", min: 1, max: LimitMax) ?? LimitDefault;
        string? cursor = input.Text("cursor");
        BinaryEncoding encoding = Representation.ReadEncoding(ref input);
        if (input.Problem is { } problem)
            return problem.WriteAsync(http);
        uint filter = ScanCursor.FilterOf(database, pattern, type);
        if (!ScanCursor.TryParse(cursor, filter, out ulong position))
            return ProblemWriter.WriteAsync(http, CommonErrors.InvalidCursor);

        CommandContext context = engine.Rent();
        context.Database = database;
        var scan = new Scan { Cursor = position, Count = limit, Filter = FilterOf(pattern, type) };
        Error? error = engine.Execute(context, scan, out ScanReply reply);
        List<byte[]> keys = error is null ? Copy(reply.Elements) : [];
        string? next = error is null && reply.Cursor != 0 ? ScanCursor.Format(reply.Cursor, filter) : null;
        Task answered = error is null
            ? Answer.JsonAsync(
                http, context, new KeyPage(Describe(context, keys, encoding), next), RestJsonContext.Default.KeyPage)
            : ProblemWriter.WriteAsync(http, error);
        KvEngine.Return(context);
        return answered;
    }

    // A key that is gone by now is left out.
    private List<KeyPageItem> Describe(CommandContext context, List<byte[]> keys, BinaryEncoding encoding)
    {
        var items = new List<KeyPageItem>(keys.Count);
        foreach (byte[] key in keys)
            if (engine.Execute(context, new DescribeKey { Key = Key.Of(key) }, out KeyFacts facts) is null)
                items.Add(new KeyPageItem(
                    new BinaryValue(key, encoding),
                    ResponseHeaders.TypeNameOf(facts.Type),
                    facts.TtlMs(context.NowMs)));
        return items;
    }

    private static List<byte[]> Copy(BulksReply elements)
    {
        var keys = new List<byte[]>(elements.Count);
        for (int i = 0; i < elements.Count; i++)
            keys.Add(elements[i].Bytes.ToArray());
        return keys;
    }

    private static RecordType? ReadType(ref UrlInput input)
    {
        if (input.Text("type") is not { } name)
            return null;
        if (TypeNames.TryParse(Encoding.UTF8.GetBytes(name), out RecordType type))
            return type;
        input.Refuse("type", "must be one of: string, list, set, zset, hash, stream.");
        return null;
    }

    private static ScanFilter FilterOf(byte[]? pattern, RecordType? type) =>
        pattern is null ? new ScanFilter { Type = type } : new ScanFilter { Pattern = pattern, Type = type };
}
