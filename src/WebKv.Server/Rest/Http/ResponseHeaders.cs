using System.Globalization;
using WebKv.Engine.Execution;
using WebKv.Memory;

namespace WebKv.Server.Rest.Http;

/// <summary>The headers in which answers tell about a key and the store.</summary>
internal static class ResponseHeaders
{
    public const string Ttl = "WebKv-Ttl-Ms";
    public const string Type = "WebKv-Type";
    public const string Offset = "WebKv-Offset";

    /// <summary>The place in the order of all changes that the answer shows.</summary>
    public static void SetOffset(HttpResponse response, CommandContext context) =>
        SetOffset(response, context.LastLsn == 0 ? context.Engine.Journal.LastLsn : context.LastLsn);

    public static void SetOffset(HttpResponse response, long offset) =>
        response.Headers[Offset] = offset.ToString(CultureInfo.InvariantCulture);

    /// <summary>Type and remaining life of an existing key.</summary>
    public static void SetKey(HttpResponse response, KeyState state, long nowMs)
    {
        response.Headers[Type] = TypeNameOf(state.Type);
        if (state.TtlMs(nowMs) is { } ttlMs)
            response.Headers[Ttl] = ttlMs.ToString(CultureInfo.InvariantCulture);
    }

    public static string TypeNameOf(RecordType type) => type switch
    {
        RecordType.String => "string",
        RecordType.List => "list",
        RecordType.Set => "set",
        RecordType.SortedSet => "zset",
        RecordType.Hash => "hash",
        RecordType.Stream => "stream",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
