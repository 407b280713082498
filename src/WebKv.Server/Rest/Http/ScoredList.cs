using System.Text.Json.Serialization;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;

namespace WebKv.Server.Rest.Http;

/// <summary>Members with their scores in an answer: [{"member": .., "score": ..}]. Written from the reply itself.
/// </summary>
[JsonConverter(typeof(ScoredListConverter))]
internal readonly record struct ScoredList(ScoredReply Entries, BinaryEncoding Encoding)
{
    /// <summary>Why the members cannot be had in an encoding, or null.</summary>
    public static Problem? Refuse(ScoredReply entries, BinaryEncoding encoding)
    {
        var form = new Representation(RepresentationKind.Json, encoding);
        long total = 0;
        for (int i = 0; i < entries.Count; i++)
        {
            BulkReply member = entries.MemberAt(i);
            total += member.Bytes.Length;
            if (ValueSender.Refuse(member, form) is { } refusal)
                return refusal;
        }
        return total <= ValueList.BytesMax ? null : Problem.Of(
            ErrorCode.NotAcceptable, $"the members have {total} bytes together; read fewer at once");
    }
}
