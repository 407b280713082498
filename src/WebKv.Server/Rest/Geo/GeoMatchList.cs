using System.Text.Json.Serialization;
using WebKv.Engine.Errors;
using WebKv.Engine.Geo;
using WebKv.Engine.Replies;
using WebKv.Server.Rest.Http;

namespace WebKv.Server.Rest.Geo;

/// <summary>Members found in an answer: [{"member": .., "distance": .., "longitude": .., "latitude": ..}]. Written
/// from the reply itself.</summary>
[JsonConverter(typeof(GeoMatchListConverter))]
internal readonly record struct GeoMatchList(GeoSearchReply Found, BinaryEncoding Encoding)
{
    /// <summary>Why the members cannot be had in an encoding, or null.</summary>
    public static Problem? Refuse(GeoSearchReply found, BinaryEncoding encoding)
    {
        var form = new Representation(RepresentationKind.Json, encoding);
        long total = 0;
        for (int i = 0; i < found.Count; i++)
        {
            BulkReply member = found.MemberAt(i);
            total += member.Bytes.Length;
            if (ValueSender.Refuse(member, form) is { } refusal)
                return refusal;
        }
        return total <= Http.ValueList.BytesMax ? null : Problem.Of(
            ErrorCode.NotAcceptable, $"the members have {total} bytes together; search with a limit");
    }
}
