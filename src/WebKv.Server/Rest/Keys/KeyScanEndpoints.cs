using System.Text;
using WebKv.Engine.Keys;
using WebKv.Engine.Keyspace;
using WebKv.Engine.Replies;
using WebKv.Memory;
using WebKv.Server.Operations;
using WebKv.Server.Rest.Calls;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Keys;

/// <summary>
/// The keys of a database, page by page, with the guarantees of SCAN: a key that is there all the time appears at
/// least once.
/// </summary>
internal static class KeyScanEndpoints
{
    public static void Map(RestRoutes routes) => routes.Get("/keys", KeyDocs.List, List);

    private static Task List(ref RestCall call)
    {
        byte[]? pattern = call.Url.Bytes("match");
        RecordType? type = ReadType(ref call.Url);
        PageQuery page = PageQuery.Read(ref call, $"keys {type}", pattern);
        BinaryEncoding encoding = call.ReadEncoding();
        var scan = new Scan { Cursor = page.Cursor, Count = page.Limit, Filter = FilterOf(pattern, type) };
        if (call.Execute(scan, out ScanReply reply) is { } error)
            return call.Fail(error);
        string? next = page.TokenOf(reply.Cursor);
        List<KeyPageItem> items = Describe(ref call, Copy(reply.Elements), encoding);
        return call.Json(null, new KeyPage(items, next), RestJsonContext.Default.KeyPage);
    }

    // A key that is gone by now is left out.
    private static List<KeyPageItem> Describe(ref RestCall call, List<byte[]> keys, BinaryEncoding encoding)
    {
        var items = new List<KeyPageItem>(keys.Count);
        foreach (byte[] key in keys)
            if (call.ExecutePart(new Inspect { Key = Key.Of(key) }, out Inspection seen) is null && seen.Exists)
                items.Add(new KeyPageItem(
                    new BinaryValue(key, encoding),
                    ResponseHeaders.TypeNameOf(seen.Type),
                    seen.TtlMs(call.NowMs)));
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
