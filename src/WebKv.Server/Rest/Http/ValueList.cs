using System.Text.Json.Serialization;
using WebKv.Engine.Errors;
using WebKv.Engine.Replies;

namespace WebKv.Server.Rest.Http;

/// <summary>
/// A list of values in an answer, each as a <see cref="BinaryValue"/> or null: written from the reply itself, so that
/// a page of a thousand makes no copies.
/// </summary>
[JsonConverter(typeof(ValueListConverter))]
internal readonly record struct ValueList(BulksReply Values, BinaryEncoding Encoding)
{
    /// <summary>Bytes of all values together at most.</summary>
    public const long BytesMax = 4L * ValueSender.JsonBytesMax;

    /// <summary>Why the values cannot be had in an encoding, or null.</summary>
    public static Problem? Refuse(BulksReply values, BinaryEncoding encoding)
    {
        var form = new Representation(RepresentationKind.Json, encoding);
        long total = 0;
        for (int i = 0; i < values.Count; i++)
        {
            total += values[i].Bytes.Length;
            if (ValueSender.Refuse(values[i], form) is { } refusal)
                return refusal;
        }
        return total <= BytesMax ? null : Problem.Of(
            ErrorCode.NotAcceptable, $"the values have {total} bytes together; read fewer at once, or each for itself");
    }
}
