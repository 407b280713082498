using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using WebKv.Engine.Errors;

namespace WebKv.Server.Rest.Http;

/// <summary>The form in which a value is sent: raw bytes, a JSON envelope, or text.</summary>
internal readonly record struct Representation(RepresentationKind Kind, BinaryEncoding Encoding)
{
    public const string Raw = "application/octet-stream";
    public const string Json = "application/json";
    public const string Text = "text/plain";

    private static readonly string[] Encodings = ["auto", "base64", "utf8"];

    public char Letter => Kind switch
    {
        RepresentationKind.Raw => 'r',
        RepresentationKind.Json => 'j',
        _ => 't',
    };

    public string ContentType => Kind switch
    {
        RepresentationKind.Raw => Raw,
        RepresentationKind.Json => Json,
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>Chooses by Accept (RFC 9110 12.5.1): the best quality, raw among equals. Null when nothing fits.
    /// </summary>
    public static Representation? Choose(HttpContext http, ref UrlInput input)
    {
        BinaryEncoding encoding = ReadEncoding(ref input);
        StringValues accept = http.Request.Headers.Accept;
        if (accept.Count == 0 || accept == "*/*" || accept == Raw)
            return new Representation(RepresentationKind.Raw, encoding);
        if (accept == Json)
            return new Representation(RepresentationKind.Json, encoding);
        if (!MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? ranges))
            return null;
        (RepresentationKind Kind, double Quality) best = (RepresentationKind.Raw, Quality(ranges, Raw));
        if (Quality(ranges, Json) is var json && json > best.Quality)
            best = (RepresentationKind.Json, json);
        if (Quality(ranges, Text) is var text && text > best.Quality)
            best = (RepresentationKind.Text, text);
        return best.Quality > 0 ? new Representation(best.Kind, encoding) : null;
    }

    /// <summary>
    /// Chooses for a write that answers with a value: raw or JSON, whatever is accepted, since what has been done
    /// cannot be refused any more because the value has no such form.
    /// </summary>
    public static Representation ChooseForWrite(HttpContext http, ref UrlInput input)
    {
        Representation form = Choose(http, ref input) ?? default;
        RefuseUtf8(form.Encoding, ref input);
        return form.Kind == RepresentationKind.Text ? default : form;
    }

    /// <summary>Parameter encoding: how bytes appear in JSON.</summary>
    public static BinaryEncoding ReadEncoding(ref UrlInput input) =>
        (BinaryEncoding)(input.Word("encoding", Encodings) ?? (int)BinaryEncoding.Auto);

    /// <summary>The same where what has been done cannot be refused any more because its reply is no text.</summary>
    public static BinaryEncoding ReadEncodingOfWrite(ref UrlInput input)
    {
        BinaryEncoding encoding = ReadEncoding(ref input);
        RefuseUtf8(encoding, ref input);
        return encoding;
    }

    public static Problem NotAcceptable() =>
        Problem.Of(ErrorCode.NotAcceptable, $"a value can be had as {Raw}, {Json} or {Text}");

    private static void RefuseUtf8(BinaryEncoding encoding, ref UrlInput input)
    {
        if (encoding == BinaryEncoding.Utf8)
            input.Refuse("encoding", "must be auto or base64 here.");
    }

    // The most specific range that matches a type decides (12.5.1).
    private static double Quality(IList<MediaTypeHeaderValue> ranges, string type)
    {
        double quality = 0;
        int specificity = -1;
        string family = type[..type.IndexOf('/')];
        foreach (MediaTypeHeaderValue range in ranges)
        {
            int matched = range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase) ? 2
                : range.MatchesAllTypes ? 0
                : range.MatchesAllSubTypes && range.Type.Equals(family, StringComparison.OrdinalIgnoreCase) ? 1
                : -1;
            if (matched <= specificity)
                continue;
            specificity = matched;
            quality = range.Quality ?? 1;
        }
        return quality;
    }
}
