using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using WebKv.Engine.Execution;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// ETags: the hash of the content and, since each representation has its own bytes, a letter for the representation:
/// "1a2b.r" raw, "1a2b.j" JSON, "1a2b.t" text.
/// </summary>
/// <remarks>
/// Whoever changes a key means its content, so If-Match and If-None-Match of a write compare the hash alone. Whoever
/// caches a body means these bytes, so If-None-Match and If-Range of a read compare the whole tag.
/// </remarks>
internal static class EntityTag
{
    public const string Any = "*";

    public static string Format(ulong hash, char representation) =>
        string.Create(CultureInfo.InvariantCulture, $"\"{hash:x}.{representation}\"");

    /// <summary>The content hashes of a list of tags; other tags, and weak ones if so asked, are left out.</summary>
    public static List<ulong> ReadHashes(StringValues header, bool takesWeak)
    {
        var hashes = new List<ulong>();
        if (!EntityTagHeaderValue.TryParseList(header, out IList<EntityTagHeaderValue>? tags))
            return hashes;
        foreach (EntityTagHeaderValue tag in tags)
            if ((takesWeak || !tag.IsWeak) && TryReadHash(tag.Tag.AsSpan(), out ulong hash))
                hashes.Add(hash);
        return hashes;
    }

    /// <summary>Whether a list names a tag, by weak comparison.</summary>
    public static bool Contains(StringValues header, string etag) =>
        header == Any || (EntityTagHeaderValue.TryParseList(header, out IList<EntityTagHeaderValue>? tags)
            && tags.Any(tag => tag.Tag == etag));

    /// <summary>Reads a tag with its quotes; the letter may be missing.</summary>
    public static bool TryReadHash(ReadOnlySpan<char> tag, out ulong hash)
    {
        ReadOnlySpan<char> content = tag.Trim('"');
        int dot = content.IndexOf('.');
        return ulong.TryParse(
            dot < 0 ? content : content[..dot], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out hash);
    }

    /// <summary>The preconditions of a write on one key, in the order of RFC 9110 13.2.2.</summary>
    public static void AddPreconditions(CommandContext context, IHeaderDictionary headers, byte[] key)
    {
        StringValues match = headers.IfMatch;
        if (match.Count > 0)
            context.Preconditions.Add(match == Any
                ? new Precondition(key, PreconditionKind.Exists)
                : new Precondition(key, PreconditionKind.EtagIn, ReadHashes(match, takesWeak: false)));
        StringValues noneMatch = headers.IfNoneMatch;
        if (noneMatch.Count > 0)
            context.Preconditions.Add(noneMatch == Any
                ? new Precondition(key, PreconditionKind.Absent)
                : new Precondition(key, PreconditionKind.EtagNotIn, ReadHashes(noneMatch, takesWeak: true)));
    }
}
